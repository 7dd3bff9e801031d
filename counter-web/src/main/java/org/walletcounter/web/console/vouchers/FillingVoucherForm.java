package org.walletcounter.web.console.vouchers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.PlainTerms;
import org.walletcounter.web.console.WordList;

/** Writes a campaign into the form as somebody would have typed it, and what a new one usually begins with. */
class FillingVoucherForm {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final int USUAL_DAYS = 14;
    private static final int SHARE_DECIMALS = 2;

    private final VoucherEntries entries = new VoucherEntries();
    private final String currency;
    private final ZoneId zone;

    FillingVoucherForm(String currency, ZoneId zone) {
        this.currency = currency;
        this.zone = zone;
    }

    /** From today for a month, valid for a fortnight, one for each. */
    VoucherEntries fresh(LocalDate today) {
        entries.put("openFrom", MINUTE.format(today.atStartOfDay()));
        entries.put("openUntil", MINUTE.format(today.plusMonths(1).atStartOfDay()));
        entries.put("validDays", USUAL_DAYS);
        entries.put("validAfter", 0);
        entries.put("perPerson", 1);
        entries.put("perOrder", 1);
        entries.put("pieces", 1);
        entries.put("remindDays", 3);
        return entries;
    }

    /**
     * Whether the form can say all that a campaign says. Its amounts are in the house's currency, it has so many rows for
     * partners, and the house itself always honours.
     */
    boolean canHold(CampaignView campaign) {
        CampaignForm form = campaign.form();
        long partners = campaign.parties().stream()
                .filter(party -> !isOwn(party, campaign))
                .count();
        return PlainTerms.of(form.terms()).whole()
                && form.quantity().currency().equals(currency)
                && partners <= entries.getPartners().size()
                && campaign.parties().stream().allMatch(party -> party.honours() || !isOwn(party, campaign));
    }

    VoucherEntries of(CampaignView campaign) {
        CampaignForm form = campaign.form();
        entries.put("code", form.code());
        entries.put("nameEn", form.texts().nameEn());
        entries.put("nameZh", form.texts().nameZh());
        entries.put("noteEn", form.texts().noteEn());
        entries.put("noteZh", form.texts().noteZh());
        terms(PlainTerms.of(form.terms()));
        giving(form.giving());
        validity(form.validity());
        quantity(form.quantity());
        entries.setGivable(form.keeping().givable());
        entries.setComesBack(form.keeping().comesBack());
        entries.put("remindDays", form.keeping().remindDays());
        partners(campaign);
        return entries;
    }

    private void terms(PlainTerms plain) {
        PlainTerms.Worth worth = plain.worth();
        entries.setKind(worth.kind());
        boolean gift = worth.kind() == CampaignForm.Kind.GIFT;
        entries.put(gift ? "giftWorth" : "off", major(worth.off() == 0 ? null : worth.off()));
        entries.put("percent", worth.basisPoints() == 0 ? null : percent(worth.basisPoints()));
        entries.put("most", major(worth.most()));
        entries.put("sku", worth.sku());
        entries.put("pieces", worth.pieces());
        entries.put("from", major(plain.from() == 0 ? null : plain.from()));
        entries.put("perOrder", plain.perOrder());
        PlainTerms.Limits limits = plain.limits();
        entries.setStores(limits.stores().stream().map(UUID::toString).toArray(String[]::new));
        entries.setCategories(limits.categories().toArray(String[]::new));
        entries.setDays(limits.days().stream().map(Enum::name).toArray(String[]::new));
        entries.put("skus", WordList.write(limits.skus().stream().sorted().toList()));
        entries.put("opens", time(limits.opens()));
        entries.put("closes", time(limits.closes()));
    }

    private void giving(CampaignForm.Giving giving) {
        entries.setWay(giving.way());
        entries.setEvent(giving.event());
        entries.put("eventDays", giving.eventDays());
        entries.put(
                "eventAmount",
                giving.eventAmount() == null
                        ? null
                        : giving.eventAmount().toDecimal().toPlainString());
        entries.put("openFrom", moment(giving.from()));
        entries.put("openUntil", moment(giving.until()));
        entries.put("genericCode", giving.genericCode());
    }

    private void validity(CampaignForm.Validity validity) {
        entries.setValidity(validity.until() == null ? "days" : "fixed");
        entries.put("validFrom", moment(validity.from()));
        entries.put("validUntil", moment(validity.until()));
        entries.put("validAfter", validity.after());
        entries.put("validDays", validity.days());
    }

    private void quantity(CampaignForm.Quantity quantity) {
        entries.put("total", quantity.total());
        entries.put("perDay", quantity.perDay());
        entries.put("perPerson", quantity.perPerson());
        entries.put("budget", major(quantity.budget()));
    }

    private void partners(CampaignView campaign) {
        int row = 0;
        for (CampaignView.Party party : campaign.parties()) {
            if (!isOwn(party, campaign) && row < entries.getPartners().size()) {
                VoucherEntries.Partner partner = entries.getPartners().get(row++);
                partner.setMerchant(party.code());
                partner.setHonours(party.honours());
                partner.setShare(percent(party.share()));
            }
        }
    }

    private static boolean isOwn(CampaignView.Party party, CampaignView campaign) {
        return party.merchantId().equals(campaign.merchantId());
    }

    private @Nullable String major(@Nullable Long minor) {
        return minor == null ? null : Money.of(minor, currency).toDecimal().toPlainString();
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, SHARE_DECIMALS)
                .stripTrailingZeros()
                .toPlainString();
    }

    private @Nullable String moment(@Nullable Instant moment) {
        return moment == null ? null : MINUTE.format(moment.atZone(zone));
    }

    private static @Nullable String time(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
