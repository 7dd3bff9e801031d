package org.walletcounter.web.console.vouchers;

import static java.util.Objects.requireNonNullElse;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.PlainTerms;
import org.walletcounter.web.console.WordList;

/** Makes a campaign of what was typed. What cannot be read is said by the {@link Typed}; the door judges the rest. */
class ReadingVoucherForm {

    private static final int WHOLE = 10_000;

    private final VoucherEntries entries;
    private final Typed typed;
    private final House house;

    ReadingVoucherForm(VoucherEntries entries, Typed typed, House house) {
        this.entries = entries;
        this.typed = typed;
        this.house = house;
    }

    /**
     * What must be known of the house.
     *
     * @param product gives the names of a product by its SKU, or null where there is none
     */
    record House(String merchant, String currency, Function<String, Terms.@Nullable Names> product) {}

    CampaignForm form() {
        String code = typed.required("code").toUpperCase(Locale.ROOT);
        CampaignForm.Texts texts = new CampaignForm.Texts(
                typed.required("nameEn"), typed.required("nameZh"), typed.text("noteEn"), typed.text("noteZh"));
        VoucherTerms terms = terms(texts);
        CampaignForm.Giving giving = giving();
        return new CampaignForm(code, texts, terms, giving, validity(), quantity(), keeping(), parties());
    }

    private VoucherTerms terms(CampaignForm.Texts texts) {
        Terms.Names names = new Terms.Names(orDash(texts.nameEn()), orDash(texts.nameZh()));
        Long from = typed.money("from");
        PlainTerms.Worth worth = worth();
        PlainTerms plain = new PlainTerms(
                worth,
                from == null ? 0 : from,
                limits(),
                Math.max(1, requireNonNullElse(typed.count("perOrder"), 1)),
                true);
        Terms.Names gift = worth.sku().isEmpty() ? null : house.product().apply(worth.sku());
        return plain.terms(names, gift == null ? names : gift, house.currency());
    }

    private static String orDash(String name) {
        return name.isBlank() ? "–" : name;
    }

    private PlainTerms.Worth worth() {
        int pieces = requireNonNullElse(typed.count("pieces"), 1);
        return switch (entries.getKind()) {
            case AMOUNT -> new PlainTerms.Worth(CampaignForm.Kind.AMOUNT, typed.requiredMoney("off"), 0, null, "", 1);
            case PERCENT ->
                new PlainTerms.Worth(
                        CampaignForm.Kind.PERCENT, 0, typed.percent("percent"), typed.money("most"), "", 1);
            case GIFT -> {
                Long one = typed.money("giftWorth");
                yield new PlainTerms.Worth(
                        CampaignForm.Kind.GIFT, one == null ? 0 : one, 0, null, product(true), Math.max(1, pieces));
            }
            case EXCHANGE ->
                new PlainTerms.Worth(CampaignForm.Kind.EXCHANGE, 0, 0, null, product(false), Math.max(1, pieces));
        };
    }

    private String product(boolean needed) {
        String sku = needed ? typed.required("sku") : typed.text("sku");
        if (!sku.isEmpty() && house.product().apply(sku) == null) {
            typed.wrong("sku", "vouchers.form.sku");
        }
        return sku.isEmpty() && needed ? "–" : sku;
    }

    private PlainTerms.Limits limits() {
        LocalTime opens = typed.time("opens");
        LocalTime closes = typed.time("closes");
        if ((opens == null) != (closes == null)) {
            typed.wrong(opens == null ? "opens" : "closes", "vouchers.form.hours");
        }
        boolean hours = opens != null && closes != null;
        return new PlainTerms.Limits(
                Arrays.stream(entries.getStores()).map(UUID::fromString).collect(Collectors.toSet()),
                Set.of(entries.getCategories()),
                Set.copyOf(WordList.read(typed.text("skus"))),
                Arrays.stream(entries.getDays()).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                hours ? opens : null,
                hours ? closes : null);
    }

    private CampaignForm.Giving giving() {
        CampaignForm.Event event = entries.getWay() == CampaignForm.Way.EVENT ? entries.getEvent() : null;
        Long amount = event == CampaignForm.Event.PURCHASE ? typed.money("eventAmount") : null;
        String generic = typed.text("genericCode").toUpperCase(Locale.ROOT);
        return new CampaignForm.Giving(
                entries.getWay(),
                event,
                event == CampaignForm.Event.LAPSED ? typed.count("eventDays") : null,
                amount == null ? null : Money.of(amount, house.currency()),
                typed.requiredMoment("openFrom"),
                typed.requiredMoment("openUntil"),
                generic.isEmpty() ? null : generic);
    }

    private CampaignForm.Validity validity() {
        if (entries.getValidity().equals("fixed")) {
            return new CampaignForm.Validity(
                    typed.requiredMoment("validFrom"), typed.requiredMoment("validUntil"), null, null);
        }
        typed.required("validDays");
        return new CampaignForm.Validity(
                null, null, requireNonNullElse(typed.count("validAfter"), 0), typed.count("validDays"));
    }

    private CampaignForm.Quantity quantity() {
        return new CampaignForm.Quantity(
                typed.number("total"),
                typed.number("perDay"),
                typed.count("perPerson"),
                typed.money("budget"),
                house.currency());
    }

    private CampaignForm.Keeping keeping() {
        return new CampaignForm.Keeping(
                entries.isGivable(),
                entries.isComesBack(),
                Math.max(0, requireNonNullElse(typed.count("remindDays"), 0)));
    }

    /** The partners, and what is left for the house itself. */
    private List<CampaignForm.Party> parties() {
        List<CampaignForm.Party> parties = new ArrayList<>();
        int given = 0;
        for (VoucherEntries.Partner row : entries.getPartners()) {
            String merchant = row.getMerchant() == null ? "" : row.getMerchant().strip();
            if (!merchant.isEmpty()) {
                String share = row.getShare() == null ? "0" : row.getShare().strip();
                int part = typed.share("parties", share);
                given += part;
                parties.add(new CampaignForm.Party(merchant, row.isHonours(), part));
            }
        }
        if (parties.isEmpty()) {
            return List.of();
        }
        if (given > WHOLE) {
            typed.wrong("parties", "vouchers.form.shares");
        }
        parties.add(0, new CampaignForm.Party(house.merchant(), true, Math.max(0, WHOLE - given)));
        return parties;
    }
}
