package org.walletcounter.reporting.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.StoreView;

/**
 * What a report is about: whose books, which store, which days, in which language.
 *
 * @param store one store, or null for all
 * @param currency what its money is counted in
 */
record ReportScope(
        MerchantView merchant,
        @Nullable StoreView store,
        LocalDate from,
        LocalDate to,
        Locale language,
        String currency) {

    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    int decimals() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** How amounts are written: digits grouped, the currency's decimals. */
    String money() {
        return decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals());
    }

    /** The days as people write them. */
    String days() {
        if (from.equals(to)) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                    .withLocale(language)
                    .format(from);
        }
        if (from.getDayOfMonth() == 1 && to.equals(YearMonth.from(from).atEndOfMonth())) {
            String month = language.getLanguage().equals("zh") ? "yyyy年M月" : "MMMM yyyy";
            return DateTimeFormatter.ofPattern(month, language).format(from);
        }
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        return day.format(from) + " – " + day.format(to);
    }

    /** A moment as people write it, in the merchant's zone. */
    String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(merchant.zone())
                .format(at);
    }

    /** A moment as it sorts in a spreadsheet, in the merchant's zone. */
    String sortable(Instant at) {
        return SORTABLE.withZone(merchant.zone()).format(at);
    }

    /** What queries may ask for. */
    Map<String, Object> queryValues() {
        Map<String, Object> values = new HashMap<>();
        values.put("merchant", merchant.id());
        values.put("store", storeId());
        values.put("from", from);
        values.put("to", to);
        values.put("zone", merchant.zone().getId());
        values.put("currency", currency);
        values.put("language", language.getLanguage());
        values.put("first", firstId());
        return values;
    }

    /** What every template may show. */
    Map<String, Object> templateValues(Instant printedAt, String printedBy) {
        Map<String, Object> values = new HashMap<>();
        values.put("merchant", merchant.name(language.getLanguage()));
        values.put("store", store == null ? null : store.name(language.getLanguage()));
        values.put("from", from);
        values.put("to", to);
        values.put("days", days());
        values.put("printedAt", moment(printedAt));
        values.put("printedBy", printedBy);
        values.put("currency", currency);
        values.put("money", money());
        return values;
    }

    private @Nullable UUID storeId() {
        return store == null ? null : store.id();
    }

    /** The lowest id that anything of these days can have: nothing is recorded before the day before it happens. */
    private UUID firstId() {
        return Ids.floor(from.minusDays(1).atStartOfDay(merchant.zone()).toInstant());
    }
}
