package org.walletcounter.promotions.internal.campaigns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.PriceList;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PriceListView;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.promotions.internal.tables.Tables;

/** The price lists and their table. Joins the caller's transaction. */
final class PriceListing implements PriceLists {

    private static final String ALL =
            "SELECT id, version, content, ended, author, changed_at FROM promotions.price_list WHERE merchant_id = ?";

    private final Tables tables;
    private final CampaignRows campaigns;
    private final Definitions definitions;
    private final Clock clock;
    private final Consumer<PrivilegedAct> acts;

    PriceListing(
            Tables tables, CampaignRows campaigns, Definitions definitions, Clock clock, Consumer<PrivilegedAct> acts) {
        this.tables = tables;
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public PriceListView make(Actor actor, PriceListDraft content) {
        PriceListView made = new PriceListView(Ids.next(clock), 1, content, false, actor.id(), clock.instant());
        tables.change(
                "INSERT INTO promotions.price_list VALUES (?, ?, ?, ?, ?, ?, false, ?, ?)",
                made.id(),
                actor.merchantId(),
                made.version(),
                definitions.write(content),
                content.from(),
                content.until(),
                made.author(),
                made.changedAt());
        return changed(actor, made, "price-list.made");
    }

    @Override
    public PriceListView change(Actor actor, UUID id, int version, PriceListDraft content) {
        PriceListView seen = list(actor, id);
        if (seen.ended()) {
            throw new CounterException(PromotionError.NOT_IN_THAT_STATE, "ENDED");
        }
        int changed = tables.change(
                "UPDATE promotions.price_list SET version = version + 1, content = ?, runs_from = ?, runs_until = ?,"
                        + " author = ?, changed_at = ? WHERE id = ? AND version = ? AND NOT ended",
                definitions.write(content),
                content.from(),
                content.until(),
                actor.id(),
                clock.instant(),
                id,
                version);
        if (changed == 0) {
            throw new CounterException(KernelError.CHANGED_MEANWHILE);
        }
        return changed(actor, list(actor, id), "price-list.changed");
    }

    @Override
    public PriceListView end(Actor actor, UUID id) {
        list(actor, id);
        tables.change(
                "UPDATE promotions.price_list SET ended = true, author = ?, changed_at = ? WHERE id = ? AND NOT ended",
                actor.id(),
                clock.instant(),
                id);
        return changed(actor, list(actor, id), "price-list.ended");
    }

    @Override
    public PriceListView list(Actor actor, UUID id) {
        return tables.first(this::view, ALL + " AND id = ?", actor.merchantId(), id)
                .orElseThrow(() -> new CounterException(PromotionError.NO_SUCH_PRICE_LIST));
    }

    @Override
    public List<PriceListView> all(Actor actor) {
        return tables.list(this::view, ALL + " ORDER BY id DESC LIMIT 500", actor.merchantId());
    }

    /** Those that are not ended, whatever their dates. */
    List<PriceListView> standing(UUID merchantId) {
        return tables.list(this::view, ALL + " AND NOT ended ORDER BY id", merchantId);
    }

    /** Those of them that count at a moment. */
    static List<PriceList> at(Instant moment, List<PriceListView> standing) {
        return standing.stream()
                .filter(each -> counts(each.content(), moment))
                .map(each -> new PriceList(
                        each.id(),
                        each.content().names(),
                        each.content().currency(),
                        each.content().when(),
                        each.content().unitAmounts()))
                .toList();
    }

    private static boolean counts(PriceListDraft content, Instant moment) {
        Instant until = content.until();
        return !content.from().isAfter(moment) && (until == null || until.isAfter(moment));
    }

    private PriceListView changed(Actor actor, PriceListView view, String act) {
        campaigns.countChange(actor.merchantId());
        acts.accept(new PrivilegedAct(
                actor, act, "price-list:" + view.id(), view.content().names().en()));
        return view;
    }

    private PriceListView view(ResultSet row) throws SQLException {
        Instant changedAt = Tables.moment(row, "changed_at");
        return new PriceListView(
                Tables.id(row, "id"),
                row.getInt("version"),
                definitions.readKept(row.getString("content"), PriceListDraft.class),
                row.getBoolean("ended"),
                row.getString("author"),
                changedAt == null ? Instant.EPOCH : changedAt);
    }
}
