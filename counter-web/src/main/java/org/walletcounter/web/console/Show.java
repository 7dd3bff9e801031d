package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.members.Birthday;
import org.walletcounter.members.WalletView;
import org.walletcounter.reporting.HouseCategory;
import org.walletcounter.transactions.Tender;

/** How values read in the console: amounts, times in the merchant's zone, names of codes, each in the reader's language. */
@Named("show")
@RequestScoped
public class Show {

    private static final String NOTHING = "–";
    private static final String TEXTS = "org.walletcounter.web.console.texts";
    private static final String NAMES = "org.walletcounter.web.console.names";

    @Inject
    private ConsoleSession console;

    private @Nullable ZoneId zone;

    /** An amount with its sign: £1,234.50. */
    public String money(@Nullable Money amount) {
        if (amount == null) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(console.getLocale());
        format.setCurrency(Currency.getInstance(amount.currency()));
        format.setMinimumFractionDigits(amount.decimals());
        format.setMaximumFractionDigits(amount.decimals());
        return format.format(amount.toDecimal()).replace('-', '−');
    }

    /** Minor units of a currency or of any other unit that the ledger counts. */
    public String minor(long minor, String unit) {
        return isCurrency(unit) ? money(Money.of(minor, unit)) : number(minor) + " " + unit;
    }

    /** Minor units with a sign in either direction: what a posting moves. */
    public String moved(long minor, String unit) {
        return (minor > 0 ? "+" : "") + minor(minor, unit);
    }

    /** A whole number with its groups. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(console.getLocale())
                .format(number)
                .replace('-', '−');
    }

    /** A share of a whole in per cent with one decimal; a dash when there is no whole. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getPercentInstance(console.getLocale());
        format.setMaximumFractionDigits(1);
        return format.format(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.DOWN));
    }

    /** A rate in basis points as people write it: all its decimals and none too many. */
    public String rate(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }

    /** A moment, to the second. */
    public String time(@Nullable Instant moment) {
        return at(moment, "pattern.time");
    }

    /** A moment, to the minute. */
    public String minute(@Nullable Instant moment) {
        return at(moment, "pattern.minute");
    }

    /** The time of day of a moment, to the second. */
    public String clock(@Nullable Instant moment) {
        return at(moment, "pattern.clock");
    }

    /** A day. */
    public String day(@Nullable LocalDate day) {
        return day == null ? NOTHING : pattern("pattern.day").format(day);
    }

    /** A day in few characters. */
    public String date(@Nullable LocalDate day) {
        return day == null ? NOTHING : pattern("pattern.date").format(day);
    }

    /** A birthday as members' views have it, in words and with the year if it is known; a dash for none. */
    public String birthday(@Nullable String written) {
        return Optional.ofNullable(written)
                .flatMap(told -> Birthday.parse(told, LocalDate.MAX))
                .map(told -> pattern(told.year() == null ? "pattern.birthday" : "pattern.birthday.year")
                        .format(told.date()))
                .orElse(NOTHING);
    }

    /** The months of a year. */
    public Month[] getMonths() {
        return Month.values();
    }

    /** A month by its name. */
    public String month(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, console.getLocale());
    }

    /** A decimal number that came as text, with its groups and all its decimals. */
    public String decimal(String number) {
        BigDecimal exact = new BigDecimal(number);
        NumberFormat format = NumberFormat.getNumberInstance(console.getLocale());
        format.setMinimumFractionDigits(Math.max(0, exact.scale()));
        format.setMaximumFractionDigits(Math.max(0, exact.scale()));
        return format.format(exact).replace('-', '−');
    }

    /** The name of a code, as in label('state', PaymentState.REFUSED); the code itself where nobody has named it. */
    public String label(String kind, @Nullable Object code) {
        if (code == null) {
            return NOTHING;
        }
        String key = kind + "." + code.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            return ResourceBundle.getBundle(NAMES, console.getLocale()).getString(key);
        } catch (MissingResourceException unnamed) {
            return code.toString();
        }
    }

    /** A category of what was sold: the house's in the reader's language, a merchant's own as the merchant wrote it. */
    public String category(String category) {
        return HouseCategory.named(category, console.getLanguage());
    }

    /** What a report is about; empty for one that explains itself. */
    public String about(String report) {
        String text = label("report-about", report);
        return text.equals(report) ? "" : text;
    }

    /** What a member's wallets hold. */
    public String balances(List<WalletView> wallets) {
        return wallets.stream().map(wallet -> money(wallet.balance())).collect(Collectors.joining(" · "));
    }

    /** What something was paid with, or where it went: the kinds of its tenders. */
    public String tenders(@Nullable List<Tender> tenders) {
        return tenders == null
                ? NOTHING
                : tenders.stream()
                        .map(tender -> label("tender", tender.kind()))
                        .distinct()
                        .collect(Collectors.joining(" + "));
    }

    /** A text with its arguments. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(texts().getString(key), console.getLocale()).format(arguments);
    }

    private String at(@Nullable Instant moment, String pattern) {
        return moment == null ? NOTHING : pattern(pattern).format(moment.atZone(zone()));
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(texts().getString(key), console.getLocale());
    }

    private ZoneId zone() {
        if (zone == null) {
            zone = console.getMerchant().zone();
        }
        return zone;
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle(TEXTS, console.getLocale());
    }

    private static boolean isCurrency(String unit) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(unit));
    }
}
