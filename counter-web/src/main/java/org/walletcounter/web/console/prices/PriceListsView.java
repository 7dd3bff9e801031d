package org.walletcounter.web.console.prices;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.Segments;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.promotions.PriceFile;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PriceListView;
import org.walletcounter.promotions.PriceLists;
import org.walletcounter.web.RefusalTexts;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.Choice;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** The merchant's price lists, and how one reads: whether it counts, for whom, how long. */
@Named("priceListsView")
@RequestScoped
@AnswersRefusals
public class PriceListsView {

    private static final int MOST_ROWS = 200;

    @Inject
    private PriceLists lists;

    @Inject
    private Tiers tiers;

    @Inject
    private Segments segments;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    @Inject
    private Clock clock;

    private List<PriceListView> all = List.of();

    /** Reads the lists. */
    public void load() {
        all = lists.all(console.getActor());
    }

    /** Whether a list counts now: ENDED, WAITS, OVER or COUNTS. */
    public String phase(PriceListView list) {
        Instant until = list.content().until();
        if (list.ended()) {
            return "ENDED";
        }
        if (list.content().from().isAfter(clock.instant())) {
            return "WAITS";
        }
        return until == null || until.isAfter(clock.instant()) ? "COUNTS" : "OVER";
    }

    /** For whom a list is, in words. */
    public String audience(PriceListDraft content) {
        return Audience.of(content.when()).map(this::words).orElseGet(() -> show.text("prices.special"));
    }

    private String words(Audience audience) {
        String words = Stream.of(
                        named(audience.stores(), stores(audience.stores())),
                        named(audience.tiers(), tiers(audience.tiers())),
                        named(audience.segments(), segments(audience.segments())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? show.text("prices.everybody") : words;
    }

    private static String named(List<String> codes, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> codes.contains(choice.code()))
                .map(Choice::name)
                .collect(Collectors.joining(", "));
    }

    /** The first lines of a file, as many as a person would look at. */
    public List<PriceFile.Row> firstOf(PriceFile file) {
        return file.rows().stream().limit(MOST_ROWS).toList();
    }

    /** How many lines follow those. */
    public int beyond(PriceFile file) {
        return Math.max(0, file.rows().size() - MOST_ROWS);
    }

    /** What is wrong with a line of a file, and what to do. */
    public String fault(PriceFile.Fault fault) {
        return RefusalTexts.of(fault.why(), console.getLocale());
    }

    /** How long a list counts, in words. */
    public String validity(PriceListDraft content) {
        String until = content.until() == null ? show.text("promo.noEnd") : show.minute(content.until());
        return show.minute(content.from()) + " – " + until;
    }

    /** The stores to choose from, with those that are chosen. */
    public List<Choice> stores(List<String> chosen) {
        return Choice.with(
                chosen, console.getStores().stream().map(this::choice).toList(), unseen -> show.text("store.unseen"));
    }

    private Choice choice(StoreView store) {
        return new Choice(store.id().toString(), store.name(console.getLanguage()));
    }

    /** The tiers to choose from, with those that are chosen. */
    public List<Choice> tiers(List<String> chosen) {
        List<Choice> offered = tiers.scheme(console.getActor()).map(TierScheme::tiers).orElse(List.of()).stream()
                .map(tier -> new Choice(tier.code(), tier.name(console.getLanguage())))
                .toList();
        return Choice.with(chosen, offered, code -> code);
    }

    /** The segments to choose from, with those that are chosen. */
    public List<Choice> segments(List<String> chosen) {
        return Choice.with(
                chosen,
                segments.all(console.getActor()).stream().map(this::choice).toList(),
                code -> code);
    }

    private Choice choice(Segment segment) {
        return new Choice(segment.code(), console.getLanguage().equals("zh") ? segment.nameZh() : segment.nameEn());
    }

    public List<PriceListView> getAll() {
        return all;
    }
}
