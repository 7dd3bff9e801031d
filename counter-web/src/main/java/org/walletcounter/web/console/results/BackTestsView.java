package org.walletcounter.web.console.results;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.web.console.Address;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.Asked;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Trail;

/** A campaign's back-tests: ordering one, the earlier ones, and which two to compare. */
@Named("backTestsView")
@ViewScoped
@AnswersRefusals
public class BackTestsView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 30;
    private static final int LIMIT = 25;

    @Inject
    private BackTests tests;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Merchants merchants;

    @Inject
    private ConsoleSession console;

    @Inject
    private Clock clock;

    private @Nullable UUID id;
    private @Nullable LocalDate from;
    private @Nullable LocalDate until;
    private List<UUID> stores = List.of();
    private Trail trail = Trail.START;
    private transient @Nullable CampaignView campaign;
    private transient @Nullable Page<BackTestView> page;

    /** Reads the campaign and its back-tests, before each showing. */
    public void load() {
        UUID asked = Asked.id(id, PromotionError.NO_SUCH_CAMPAIGN);
        campaign = campaigns.campaign(console.getActor(), asked);
        page = tests.backTests(console.getActor(), asked, trail.cursor(), LIMIT);
        trail = trail.leadingTo(page.after());
        if (until == null && from == null) {
            until = merchants
                    .businessDay(console.getActor().merchantId(), clock.instant())
                    .minusDays(1);
            from = until.minusDays(USUAL_DAYS - 1L);
        }
    }

    /** Orders one of the campaign's last version, and goes to it. */
    public @Nullable String order() {
        UUID asked = requireNonNull(id);
        CampaignView last = campaigns.campaign(console.getActor(), asked);
        BackTestView made = tests.order(
                console.getActor(),
                new BackTests.Order(
                        asked, last.version(), requireNonNull(from), requireNonNull(until), List.copyOf(stores)));
        return "/console/back-test.xhtml?faces-redirect=true&id=" + made.id();
    }

    public @Nullable CampaignView getCampaign() {
        return campaign;
    }

    public List<BackTestView> getFound() {
        return page == null ? List.of() : page.items();
    }

    /** What narrows the list, as it goes on in an address. */
    public String getQuery() {
        return Address.of("id", id).text();
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

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate until) {
        this.until = until;
    }

    public List<UUID> getStores() {
        return stores;
    }

    public void setStores(@Nullable List<UUID> stores) {
        this.stores = requireNonNullElse(stores, List.of());
    }
}
