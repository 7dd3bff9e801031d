package org.walletcounter.web.console.results;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.reporting.CampaignResult;
import org.walletcounter.reporting.CampaignSale;
import org.walletcounter.reporting.PromotionFigures;
import org.walletcounter.web.console.Address;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.Asked;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Trail;

/** What a campaign did on some days: figures, charts, uplift, and the sales it reached. The days stand in the address. */
@Named("performanceView")
@RequestScoped
@AnswersRefusals
public class PerformanceView {

    private static final int LONGEST = 365;
    private static final int LIMIT = 15;

    @Inject
    private Campaigns campaigns;

    @Inject
    private PromotionFigures figures;

    @Inject
    private Merchants merchants;

    @Inject
    private ConsoleSession console;

    @Inject
    private Clock clock;

    private @Nullable UUID id;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private Trail trail = Trail.START;
    private @Nullable CampaignView campaign;
    private Campaigns.@Nullable Usage usage;
    private @Nullable CampaignResult result;
    private @Nullable DayChart chart;
    private @Nullable Page<CampaignSale> sales;

    /** Reads what the address asks for: without days, all on which the campaign ran, but a year at the most. */
    public void load() {
        UUID asked = Asked.id(id, PromotionError.NO_SUCH_CAMPAIGN);
        campaign = campaigns.campaign(console.getActor(), asked);
        usage = campaigns.usage(console.getActor(), asked);
        LocalDate today = merchants.businessDay(console.getActor().merchantId(), clock.instant());
        LocalDate last = to == null ? last(campaign.content().until(), today, this::day) : to;
        LocalDate first = from == null ? first(asked, last) : from;
        to = last;
        from = first;
        result = figures.campaign(console.getActor(), asked, first, last);
        chart = DayChart.of(
                result.days().stream()
                        .collect(Collectors.toMap(
                                CampaignResult.ByDay::day,
                                each -> each.effect().cost().minor())),
                first,
                last,
                null);
        sales = figures.sales(console.getActor(), asked, trail.cursor(), LIMIT);
        trail = trail.leadingTo(sales.after());
    }

    /** The last day on which it was on, today at the latest; its end is the first moment at which it is not. */
    static LocalDate last(@Nullable Instant until, LocalDate today, Function<Instant, LocalDate> day) {
        LocalDate end = until == null ? today : day.apply(until.minusNanos(1));
        return end.isBefore(today) ? end : today;
    }

    private LocalDate first(UUID asked, LocalDate last) {
        LocalDate begun = campaigns.versions(console.getActor(), asked).stream()
                .map(each -> day(each.content().from()))
                .min(LocalDate::compareTo)
                .orElse(last);
        LocalDate earliest = last.minusDays(LONGEST);
        LocalDate first = begun.isBefore(earliest) ? earliest : begun;
        return first.isAfter(last) ? last : first;
    }

    private LocalDate day(Instant moment) {
        return merchants.businessDay(console.getActor().merchantId(), moment);
    }

    public @Nullable CampaignView getCampaign() {
        return campaign;
    }

    public Campaigns.@Nullable Usage getUsage() {
        return usage;
    }

    public @Nullable CampaignResult getResult() {
        return result;
    }

    public @Nullable DayChart getChart() {
        return chart;
    }

    public List<CampaignSale> getSales() {
        return sales == null ? List.of() : sales.items();
    }

    /** What narrows the list, as it goes on in an address. */
    public String getQuery() {
        return Address.of("id", id).and("from", from).and("to", to).text();
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

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
