package org.walletcounter.promotions.internal.campaigns;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.promotions.BelowCost;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.Act;
import org.walletcounter.promotions.CampaignView.State;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.PromotionError;

/** What the door to campaigns promises, on the tables and the ledger. */
final class Campaigning implements Campaigns {

    private static final int LONGEST_PAGE = 200;
    private static final UUID LAST = new UUID(-1L, -1L);

    private final CampaignRows rows;
    private final Budgets budgets;
    private final House days;
    private final Losses losses;
    private final Drawing drawing;
    private final Clock clock;
    private final Consumer<PrivilegedAct> acts;

    Campaigning(
            CampaignRows rows,
            Budgets budgets,
            House days,
            Losses losses,
            Drawing drawing,
            Clock clock,
            Consumer<PrivilegedAct> acts) {
        this.rows = rows;
        this.drawing = drawing;
        this.budgets = budgets;
        this.days = days;
        this.losses = losses;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public CampaignView draft(Actor actor, CampaignDraft content) {
        return write(actor, Ids.next(clock), 1, content);
    }

    @Override
    public CampaignView change(Actor actor, UUID id, int version, CampaignDraft content) {
        List<CampaignView> versions = versions(actor, id);
        CampaignView last = last(versions);
        if (last.version() != version) {
            throw new CounterException(KernelError.CHANGED_MEANWHILE);
        }
        if (last.state() == State.REVIEW) {
            throw new CounterException(PromotionError.NOT_IN_THAT_STATE, last.state());
        }
        if (last.state() == State.DRAFT) {
            rows.delete(id, version);
        }
        return write(actor, id, versions.get(0).version() + 1, content);
    }

    @Override
    public CampaignView act(Actor actor, UUID id, int version, Act act) {
        List<CampaignView> versions = versions(actor, id);
        CampaignView seen = versions.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new CounterException(KernelError.CHANGED_MEANWHILE));
        requireAllowed(actor, seen, act);
        Instant now = clock.instant();
        if (act == Act.APPROVE) {
            rows.endRunning(id, version, now);
            budgets.provide(actor.merchantId(), id, seen.content().limits(), days.today(actor.merchantId()));
            drawing.goesLive(actor.merchantId(), seen, days);
        }
        if (!rows.move(seen, act.leadsTo(), act == Act.APPROVE ? actor.id() : null, now)) {
            throw new CounterException(KernelError.CHANGED_MEANWHILE);
        }
        rows.countChange(actor.merchantId());
        boolean dropped = act == Act.END && isChange(versions, seen);
        String name = dropped ? "promotion.drop" : "promotion." + act.name().toLowerCase(Locale.ROOT);
        acts.accept(new PrivilegedAct(actor, name, "promotion:" + id, "version " + version));
        CampaignView done = dropped ? campaign(actor, id) : campaignVersion(actor, id, version);
        return act == Act.SUBMIT
                ? done.warning(losses.of(actor.merchantId(), done.content().terms()))
                : done;
    }

    /** Whether a version pends while another one runs. */
    private static boolean isChange(List<CampaignView> versions, CampaignView seen) {
        return seen.state().pends()
                && versions.stream().anyMatch(each -> each.state().runs());
    }

    @Override
    public List<BelowCost> belowCost(Actor actor, UUID id, int version) {
        return losses.of(
                actor.merchantId(),
                campaignVersion(actor, id, version).content().terms());
    }

    @Override
    public CampaignView copy(Actor actor, UUID id) {
        return draft(actor, last(versions(actor, id)).content());
    }

    @Override
    public CampaignView campaign(Actor actor, UUID id) {
        return withBudget(actor, last(versions(actor, id)));
    }

    @Override
    public List<CampaignView> versions(Actor actor, UUID id) {
        List<CampaignView> versions = rows.versions(actor.merchantId(), id);
        if (versions.isEmpty()) {
            throw new CounterException(PromotionError.NO_SUCH_CAMPAIGN);
        }
        return versions;
    }

    @Override
    public Page<CampaignView> campaigns(Actor actor, @Nullable State state, @Nullable String after, int limit) {
        return find(actor, new Search("", state, after, limit));
    }

    @Override
    public Page<CampaignView> find(Actor actor, Search search) {
        int most = Math.max(1, Math.min(search.limit(), LONGEST_PAGE));
        List<CampaignView> found = rows.listed(actor.merchantId(), search, cursor(search.after()), most + 1);
        boolean more = found.size() > most;
        List<CampaignView> page = (more ? found.subList(0, most) : found)
                .stream().map(each -> withBudget(actor, each)).toList();
        return new Page<>(page, more ? page.get(most - 1).id().toString() : null);
    }

    @Override
    public Map<UUID, State> changes(Actor actor) {
        return rows.changes(actor.merchantId());
    }

    @Override
    public Usage usage(Actor actor, UUID id) {
        CampaignDraft.Limits limits = last(versions(actor, id)).content().limits();
        return budgets.usage(actor.merchantId(), id, limits, days.today(actor.merchantId()));
    }

    @Override
    public List<CalendarEntry> calendar(Actor actor, Instant from, Instant until) {
        List<CampaignView> planned = rows.planned(actor.merchantId(), from, until);
        return planned.stream()
                .map(each -> new CalendarEntry(each, Clashes.of(each, planned)))
                .toList();
    }

    private CampaignView write(Actor actor, UUID id, int version, CampaignDraft content) {
        CampaignView view =
                new CampaignView(id, version, State.DRAFT, content, actor.id(), null, clock.instant(), null, List.of());
        rows.insert(actor.merchantId(), view);
        return view;
    }

    private void requireAllowed(Actor actor, CampaignView seen, Act act) {
        if (!act.fits(seen.state())) {
            throw new CounterException(PromotionError.NOT_IN_THAT_STATE, seen.state());
        }
        if (act == Act.APPROVE && seen.author().equals(actor.id())) {
            throw new CounterException(PromotionError.NOT_BY_THE_AUTHOR);
        }
        Instant until = seen.content().until();
        boolean over = until != null && !until.isAfter(clock.instant());
        if (over && act.headsForLive()) {
            throw CounterException.at("until", PromotionError.ALREADY_OVER);
        }
    }

    private CampaignView campaignVersion(Actor actor, UUID id, int version) {
        return versions(actor, id).stream()
                .filter(each -> each.version() == version)
                .map(each -> withBudget(actor, each))
                .findFirst()
                .orElseThrow(() -> new CounterException(PromotionError.NO_SUCH_CAMPAIGN));
    }

    /** The newest that has not ended, else the newest that has run: a change that was dropped does not stand for the rest. */
    private static CampaignView last(List<CampaignView> versions) {
        return versions.stream()
                .filter(each -> each.state() != State.ENDED)
                .findFirst()
                .or(() -> versions.stream()
                        .filter(each -> each.approver() != null)
                        .findFirst())
                .orElse(versions.get(0));
    }

    private CampaignView withBudget(Actor actor, CampaignView view) {
        return new CampaignView(
                view.id(),
                view.version(),
                view.state(),
                view.content(),
                view.author(),
                view.approver(),
                view.changedAt(),
                budgets.left(actor.merchantId(), view.id(), view.content().limits()),
                view.belowCost());
    }

    private static UUID cursor(@Nullable String after) {
        try {
            return after == null ? LAST : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }
}
