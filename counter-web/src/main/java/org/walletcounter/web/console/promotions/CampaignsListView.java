package org.walletcounter.web.console.promotions;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.web.console.Address;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Trail;

/** The list of campaigns. What is asked for stands in the address, so that a list can be kept and sent. */
@Named("promotionsView")
@RequestScoped
@AnswersRefusals
public class CampaignsListView {

    private static final int LIMIT = 25;

    @Inject
    private Campaigns campaigns;

    @Inject
    private ConsoleSession console;

    @Inject
    private Clock clock;

    private String text = "";
    private CampaignView.@Nullable State state;
    private Trail trail = Trail.START;
    private @Nullable Page<CampaignView> page;
    private Map<UUID, CampaignView.State> changes = Map.of();

    /** Finds the campaigns that the address asks for. */
    public void load() {
        Campaigns.Search search = new Campaigns.Search(text, state, trail.cursor(), LIMIT);
        page = campaigns.find(console.getActor(), search);
        changes = campaigns.changes(console.getActor());
        trail = trail.leadingTo(page.after());
    }

    /**
     * What stands on a campaign's chip: its state, of live ones whether they run, wait or are over, and of what has ended whether
     * it ever ran.
     */
    public String phase(CampaignView campaign) {
        Instant until = campaign.content().until();
        if (campaign.state() == CampaignView.State.ENDED && campaign.approver() == null) {
            return "DROPPED";
        }
        if (campaign.state() != CampaignView.State.LIVE) {
            return campaign.state().name();
        }
        if (campaign.content().from().isAfter(clock.instant())) {
            return "WAITS";
        }
        return until == null || until.isAfter(clock.instant()) ? "LIVE" : "OVER";
    }

    /** The state of the version that waits to take the place of the one that runs; null where there is none. */
    public CampaignView.@Nullable State change(CampaignView campaign) {
        return campaign.state().runs() ? changes.get(campaign.id()) : null;
    }

    /** The kind of what a campaign gives. */
    public String kind(CampaignView campaign) {
        String name = campaign.content().terms().benefit().getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !text.isEmpty() || state != null;
    }

    public List<CampaignView> getFound() {
        return page == null ? List.of() : page.items();
    }

    /** What narrows the list, as it goes on in an address. */
    public String getQuery() {
        return Address.of("text", text).and("state", state).text();
    }

    public Trail getPath() {
        return trail;
    }

    public String getTrail() {
        return trail.text();
    }

    public void setTrail(@Nullable String walked) {
        trail = Trail.of(walked);
    }

    public CampaignView.State[] getStates() {
        return CampaignView.State.values();
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = requireNonNullElse(text, "");
    }

    public CampaignView.@Nullable State getState() {
        return state;
    }

    public void setState(CampaignView.@Nullable State state) {
        this.state = state;
    }
}
