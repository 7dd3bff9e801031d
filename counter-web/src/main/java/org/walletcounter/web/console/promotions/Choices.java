package org.walletcounter.web.console.promotions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.Segments;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.TillView;
import org.walletcounter.promotions.Prize.Gives;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.vouchers.CampaignSearch;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.web.console.Choice;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** What can be chosen in a field: the merchant's stores, tiers, segments and so on, with their names. */
@Named("choices")
@RequestScoped
public class Choices {

    private static final int MOST = 200;

    @Inject
    private Merchants merchants;

    @Inject
    private Tiers tiers;

    @Inject
    private Segments segments;

    @Inject
    private VoucherCampaigns vouchers;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    private final Map<Entry, List<Choice>> known = new EnumMap<>(Entry.class);

    /** What can be chosen in a field, and what is chosen there already although it is gone. */
    public List<Choice> of(FieldForm field) {
        Entry entry = field.getAsked().entry();
        List<String> chosen = entry.isTicked()
                ? field.getTicked()
                : Stream.of(field.getText()).filter(code -> !code.isBlank()).toList();
        return Choice.with(chosen, of(entry), code -> unseen(entry, code));
    }

    private String unseen(Entry entry, String code) {
        return entry == Entry.STORES ? show.text("store.unseen") : code;
    }

    /** The name of what is chosen. */
    String name(Entry entry, String code) {
        return of(entry).stream()
                .filter(choice -> choice.code().equals(code))
                .map(Choice::name)
                .findFirst()
                .orElseGet(() -> unseen(entry, code));
    }

    private List<Choice> of(Entry entry) {
        return known.computeIfAbsent(entry, this::look);
    }

    private List<Choice> look(Entry entry) {
        return switch (entry) {
            case DAYS ->
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Choice(day.name(), day.getDisplayName(TextStyle.SHORT, console.getLocale())))
                        .toList();
            case TENDERS ->
                Stream.of(TenderKind.WALLET, TenderKind.CASH)
                        .map(kind -> new Choice(kind.name(), show.label("tender", kind)))
                        .toList();
            case CHANNELS -> labelled("channel", "till", "phone", "web");
            case ORDER_KINDS -> labelled("order-kind", "retail", "table", "booking");
            case BASE -> labelled("price-base", Stacking.Base.DISCOUNTED.name(), Stacking.Base.INITIAL.name());
            case GIVES ->
                labelled(
                        "prize-gives",
                        Arrays.stream(Gives.values()).map(Gives::name).toArray(String[]::new));
            default -> ofTheMerchant(entry);
        };
    }

    private List<Choice> ofTheMerchant(Entry entry) {
        return switch (entry) {
            case STORES ->
                console.getStores().stream()
                        .map(store -> new Choice(store.id().toString(), store.name(console.getLanguage())))
                        .toList();
            case TILLS -> tills();
            case TIER, TIERS ->
                tiers.scheme(console.getActor()).map(TierScheme::tiers).orElse(List.of()).stream()
                        .map(tier -> new Choice(tier.code(), inLanguage(tier.nameEn(), tier.nameZh())))
                        .toList();
            case SEGMENTS ->
                segments.all(console.getActor()).stream().map(this::segment).toList();
            case VOUCHER -> voucherCampaigns();
            default -> List.of();
        };
    }

    private List<Choice> tills() {
        Map<UUID, List<TillView>> tills = merchants.tillsByStore(console.getActor());
        return console.getStores().stream()
                .flatMap(store -> tills.getOrDefault(store.id(), List.of()).stream()
                        .map(till -> new Choice(
                                till.id().toString(), store.name(console.getLanguage()) + " · " + till.name())))
                .toList();
    }

    private Choice segment(Segment segment) {
        return new Choice(segment.code(), inLanguage(segment.nameEn(), segment.nameZh()));
    }

    private List<Choice> voucherCampaigns() {
        return vouchers.campaigns(console.getActor(), CampaignSearch.ALL, null, MOST).items().stream()
                .map(each -> new Choice(
                        each.id().toString(),
                        each.form().terms().terms().names().in(console.getLanguage())))
                .toList();
    }

    private List<Choice> labelled(String kind, String... codes) {
        return Arrays.stream(codes)
                .map(code -> new Choice(code, show.label(kind, code)))
                .toList();
    }

    private String inLanguage(String english, String chinese) {
        return console.getLanguage().equals("zh") ? chinese : english;
    }
}
