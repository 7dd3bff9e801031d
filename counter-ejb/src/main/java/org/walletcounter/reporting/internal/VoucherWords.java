package org.walletcounter.reporting.internal;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Money;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.PlainTerms;

/** What stands on a printed voucher, in one language. */
class VoucherWords {

    private final ResourceBundle texts;
    private final Locale language;
    private final ZoneId zone;
    private final CampaignForm form;
    private final PlainTerms plain;

    VoucherWords(ResourceBundle texts, Locale language, ZoneId zone, CampaignForm form) {
        this.texts = texts;
        this.language = language;
        this.zone = zone;
        this.form = form;
        this.plain = PlainTerms.of(form.terms());
    }

    /** The large word: an amount, a percentage, or the goods. */
    String worth() {
        PlainTerms.Worth worth = plain.worth();
        return switch (worth.kind()) {
            case AMOUNT -> money(worth.off());
            case PERCENT -> percent(worth);
            case GIFT -> say("gift", worth.pieces(), worth.sku());
            case EXCHANGE ->
                worth.sku().isEmpty()
                        ? say("exchangeAny", worth.pieces())
                        : say("exchange", worth.pieces(), worth.sku());
        };
    }

    private String percent(PlainTerms.Worth worth) {
        NumberFormat number = NumberFormat.getNumberInstance(language);
        String share = number.format(java.math.BigDecimal.valueOf(worth.basisPoints(), 2));
        Long most = worth.most();
        return most == null ? say("percent", share) : say("percentMost", share, money(most));
    }

    /** All that must hold, one sentence after the other, and the small print. */
    String terms(Function<java.util.UUID, String> stores) {
        List<String> said = new ArrayList<>();
        said.add(plain.from() > 0 ? say("from", money(plain.from())) : say("any"));
        PlainTerms.Limits limits = plain.limits();
        list(said, "categories", limits.categories().stream().sorted().toList());
        list(said, "skus", limits.skus().stream().sorted().toList());
        list(said, "stores", limits.stores().stream().map(stores).sorted().toList());
        list(said, "days", limits.days().stream().sorted().map(this::day).toList());
        if (limits.opens() != null && limits.closes() != null) {
            said.add(say("hours", limits.opens().toString(), limits.closes().toString()));
        }
        said.add(chinese() ? form.texts().noteZh() : form.texts().noteEn());
        return said.stream().filter(each -> !each.isBlank()).collect(Collectors.joining(chinese() ? "" : " "));
    }

    private void list(List<String> said, String key, List<String> items) {
        if (!items.isEmpty()) {
            said.add(say(key, String.join(chinese() ? "、" : ", ", items)));
        }
    }

    /** How long it can be used. */
    String valid() {
        CampaignForm.Validity validity = form.validity();
        Integer days = validity.days();
        if (validity.from() != null && validity.until() != null) {
            return say("fixed", date(validity.from()), date(validity.until().minusMillis(1)));
        }
        Integer after = validity.after();
        return after == null || after == 0
                ? say("relative", String.valueOf(days))
                : say("relativeAfter", String.valueOf(days), String.valueOf(after));
    }

    String say(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), language).format(arguments);
    }

    private String date(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(moment.atZone(zone));
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language);
    }

    private String money(long minor) {
        Money amount = Money.of(minor, form.quantity().currency());
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(Currency.getInstance(amount.currency()));
        format.setMinimumFractionDigits(amount.decimals());
        format.setMaximumFractionDigits(amount.decimals());
        return format.format(amount.toDecimal());
    }

    private boolean chinese() {
        return language.getLanguage().equals("zh");
    }
}
