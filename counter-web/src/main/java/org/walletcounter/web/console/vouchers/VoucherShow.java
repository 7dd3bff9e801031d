package org.walletcounter.web.console.vouchers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.PlainTerms;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** How vouchers read in the console: what one is worth, when it can be used and how it comes, in the reader's language. */
@Named("voucherShow")
@RequestScoped
public class VoucherShow {

    private static final int SHARE_DECIMALS = 2;

    @Inject
    private Show show;

    @Inject
    private ConsoleSession console;

    /** What one is worth: large, like a price. */
    public String worth(VoucherTerms terms) {
        PlainTerms.Worth worth = PlainTerms.of(terms).worth();
        String currency = terms.terms().currency();
        return switch (worth.kind()) {
            case AMOUNT -> worth.off() == 0 ? show.text("vouchers.worth.other") : show.minor(worth.off(), currency);
            case PERCENT -> percentOff(worth, currency);
            case GIFT -> show.text("vouchers.worth.gift", worth.pieces(), worth.sku());
            case EXCHANGE -> exchanged(worth);
        };
    }

    private String percentOff(PlainTerms.Worth worth, String currency) {
        String share = share(worth.basisPoints());
        Long most = worth.most();
        return most == null
                ? show.text("vouchers.worth.percent", share)
                : show.text("vouchers.worth.percentMost", share, show.minor(most, currency));
    }

    private String exchanged(PlainTerms.Worth worth) {
        return worth.sku().isEmpty()
                ? show.text("vouchers.worth.any", worth.pieces())
                : show.text("vouchers.worth.exchange", worth.pieces(), worth.sku());
    }

    /** Hundredths of a percent as people write them: 1250 is 12.5. */
    public String share(int basisPoints) {
        NumberFormat format = NumberFormat.getNumberInstance(console.getLocale());
        return format.format(BigDecimal.valueOf(basisPoints, SHARE_DECIMALS));
    }

    /** What must hold, one phrase after the other. */
    public String conditions(VoucherTerms terms) {
        PlainTerms plain = PlainTerms.of(terms);
        List<String> said = new ArrayList<>();
        said.add(
                plain.from() > 0
                        ? show.text(
                                "vouchers.cond.from",
                                show.minor(plain.from(), terms.terms().currency()))
                        : show.text("vouchers.cond.any"));
        PlainTerms.Limits limits = plain.limits();
        list(
                said,
                "vouchers.cond.categories",
                limits.categories().stream().sorted().toList());
        list(said, "vouchers.cond.skus", limits.skus().stream().sorted().toList());
        list(
                said,
                "vouchers.cond.stores",
                limits.stores().stream().map(console::storeName).sorted().toList());
        list(
                said,
                "vouchers.cond.days",
                limits.days().stream().sorted().map(this::day).toList());
        LocalTime opens = limits.opens();
        LocalTime closes = limits.closes();
        if (opens != null && closes != null) {
            said.add(show.text("vouchers.cond.hours", opens, closes));
        }
        if (!plain.whole()) {
            said.add(show.text("vouchers.cond.more"));
        }
        return String.join(" · ", said);
    }

    private void list(List<String> said, String key, List<String> items) {
        if (!items.isEmpty()) {
            said.add(show.text(key, items.stream().collect(Collectors.joining(show.text("list.comma")))));
        }
    }

    /** A weekday. */
    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, console.getLocale());
    }

    /** How long one can be used. */
    public String valid(CampaignForm.Validity validity) {
        Integer days = validity.days();
        if (days == null) {
            return show.text("vouchers.valid.fixed", show.time(validity.from()), show.time(validity.until()));
        }
        Integer after = validity.after();
        return after == null || after == 0
                ? show.text("vouchers.valid.days", days)
                : show.text("vouchers.valid.after", days, after);
    }

    /** How they come into a hand. */
    public String way(CampaignForm.Giving giving) {
        CampaignForm.Event event = giving.event();
        if (event == null) {
            return show.label("voucher-way", giving.way());
        }
        Object figure = giving.eventAmount() == null ? giving.eventDays() : show.money(giving.eventAmount());
        String what = show.label("voucher-event", event);
        return figure == null ? what : what + " (" + figure + ")";
    }

    /** The name of a campaign in the reader's language. */
    public String name(CampaignForm.Texts texts) {
        return "zh".equals(console.getLanguage()) ? texts.nameZh() : texts.nameEn();
    }

    /** The small print in the reader's language. */
    public String note(CampaignForm.Texts texts) {
        return "zh".equals(console.getLanguage()) ? texts.noteZh() : texts.noteEn();
    }

    /** A number that may be without end. */
    public String count(@Nullable Number count) {
        return count == null ? show.text("vouchers.endless") : show.number(count.longValue());
    }

    /** An amount that may be without end. */
    public String budget(CampaignForm.Quantity quantity) {
        Long budget = quantity.budget();
        return budget == null ? show.text("vouchers.endless") : show.money(Money.of(budget, quantity.currency()));
    }

    /** From when until when, to the day. */
    public String window(Instant from, Instant until) {
        return show.date(from.atZone(console.getMerchant().zone()).toLocalDate()) + " – "
                + show.date(until.minusMillis(1)
                        .atZone(console.getMerchant().zone())
                        .toLocalDate());
    }
}
