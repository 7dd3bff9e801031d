package org.walletcounter.web.console.promotions;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.Act;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.Asked;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;

/** One campaign: what it says, its versions, what it has used, what it clashes with, and what can be done with it. */
@Named("promotionView")
@ViewScoped
@AnswersRefusals
public class CampaignPageView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Duration A_YEAR = Duration.ofDays(365);

    @Inject
    private Campaigns campaigns;

    @Inject
    private Drafting drafting;

    @Inject
    private Words words;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private @Nullable UUID id;
    private int chosen;
    private int newest;
    private transient @Nullable CampaignView campaign;
    private transient List<CampaignView> versions = List.of();
    private transient List<String> sentences = List.of();
    private transient List<CampaignView> clashes = List.of();
    private transient Campaigns.@Nullable Usage usage;

    /** Reads the campaign, before each showing. */
    public void load() {
        UUID asked = Asked.id(id, PromotionError.NO_SUCH_CAMPAIGN);
        versions = campaigns.versions(console.getActor(), asked);
        CampaignView last = campaigns.campaign(console.getActor(), asked);
        newest = last.version();
        campaign = versions.stream()
                .filter(each -> each.version() == chosen && chosen != last.version())
                .findFirst()
                .orElse(last);
        sentences = words.sentences(drafting.form(campaign.content()));
        usage = campaigns.usage(console.getActor(), asked);
        clashes = clashing(last);
    }

    private List<CampaignView> clashing(CampaignView last) {
        Instant until = last.content().until();
        Instant from = last.content().from();
        List<Campaigns.CalendarEntry> calendar =
                campaigns.calendar(console.getActor(), from, until == null ? later(from) : until);
        List<UUID> ids = calendar.stream()
                .filter(entry -> entry.campaign().id().equals(last.id()))
                .flatMap(entry -> entry.clashes().stream())
                .distinct()
                .toList();
        return calendar.stream()
                .map(Campaigns.CalendarEntry::campaign)
                .filter(each -> ids.contains(each.id()))
                .toList();
    }

    private Instant later(Instant from) {
        Instant now = clock.instant();
        return (from.isAfter(now) ? from : now).plus(A_YEAR);
    }

    /** Takes the version that is shown a step further. */
    public @Nullable String act(String name) {
        Act act = Act.valueOf(name);
        CampaignView seen = requireNonNull(campaign);
        CampaignView done = campaigns.act(console.getActor(), seen.id(), seen.version(), act);
        if (done.version() == seen.version()) {
            messages.done("promo.done." + name.toLowerCase(java.util.Locale.ROOT));
        } else {
            messages.done("promo.done.drop", done.version());
        }
        return here(seen.id());
    }

    /** Makes a new draft with the same content. */
    public @Nullable String copy() {
        CampaignView made = campaigns.copy(console.getActor(), requireNonNull(id));
        messages.done("promo.copied");
        return "/console/promotion-edit.xhtml?faces-redirect=true&id=" + made.id();
    }

    private static String here(UUID id) {
        return "/console/promotion.xhtml?faces-redirect=true&id=" + id;
    }

    /** What can be done with the version that is shown. */
    public List<Act> getActs() {
        CampaignView shown = campaign;
        return shown == null
                ? List.of()
                : Arrays.stream(Act.values())
                        .filter(act -> act.fits(shown.state()))
                        .toList();
    }

    /** What an act is called here: ending what only waits to take a running version's place drops a change, no campaign. */
    public String name(Act act) {
        return act == Act.END && getRunning() != null ? "DROP" : act.name();
    }

    /** The version that runs while the one that is shown waits to take its place; null where there is none. */
    public @Nullable CampaignView getRunning() {
        CampaignView shown = campaign;
        if (shown == null || !shown.state().pends()) {
            return null;
        }
        return versions.stream().filter(each -> each.state().runs()).findFirst().orElse(null);
    }

    /** Whether the version that is shown can be changed: the last one, while nobody looks at it. */
    public boolean isChangeable() {
        CampaignView shown = campaign;
        return shown != null && shown.state() != CampaignView.State.REVIEW && shown.version() == newest;
    }

    /** Whether who looks at it wrote it, and so cannot approve it. */
    public boolean isOwn() {
        return campaign != null && campaign.author().equals(console.getActor().id());
    }

    public @Nullable CampaignView getCampaign() {
        return campaign;
    }

    /** The number of the version that is shown when none is chosen. */
    public int getNewest() {
        return newest;
    }

    public List<CampaignView> getVersions() {
        return versions;
    }

    public List<String> getSentences() {
        return sentences;
    }

    public List<CampaignView> getClashes() {
        return clashes;
    }

    public Campaigns.@Nullable Usage getUsage() {
        return usage;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public int getChosen() {
        return chosen;
    }

    public void setChosen(int chosen) {
        this.chosen = chosen;
    }
}
