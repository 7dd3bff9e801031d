package org.walletcounter.promotions.internal.prices;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Csv;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.PriceFile;
import org.walletcounter.promotions.PriceListDraft;
import org.walletcounter.promotions.PromotionError;

/** Reads one file of prices, line by line; a faulty line is noted and the next one read. Not thread-safe. */
final class ReadingPrices {

    private static final Set<String> SKU = Set.of("sku", "code", "编码", "商品编码");
    private static final Set<String> PRICE = Set.of("price", "价格", "单价");
    private static final int LONGEST_SKU = 64;
    private static final int MOST_FAULTS = 200;
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,9}([.][0-9]+)?");

    private final String currency;
    private final List<Line> lines = new ArrayList<>();
    private final List<PriceFile.Fault> faults = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    ReadingPrices(String currency) {
        this.currency = currency;
    }

    /** A line that can be read. */
    record Line(int line, String sku, long amount) {}

    List<Line> lines() {
        return lines;
    }

    List<PriceFile.Fault> faults() {
        return faults;
    }

    void read(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        Csv records = Csv.of(
                new StringReader(text),
                (line, column, found, expected) ->
                        new CounterException(PromotionError.PRICE_LINE_MALFORMED, found, expected));
        try {
            all(records);
        } catch (CounterException malformed) {
            fault(records.line(), malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory can be read.", impossible);
        }
    }

    private void all(Csv records) throws IOException {
        List<String> heading = records.next();
        int sku = column(heading, SKU);
        int price = column(heading, PRICE);
        if (sku < 0 || price < 0) {
            fault(1, new CounterException(PromotionError.PRICE_FILE_HEADING));
            return;
        }
        for (List<String> record = records.next();
                record != null && faults.size() < MOST_FAULTS;
                record = records.next()) {
            if (record.stream().anyMatch(field -> !field.isBlank())) {
                line(records.line(), at(record, sku), at(record, price));
            }
        }
        if (lines.isEmpty() && faults.isEmpty()) {
            fault(1, new CounterException(PromotionError.PRICE_FILE_EMPTY));
        }
    }

    private static int column(@Nullable List<String> heading, Set<String> names) {
        if (heading == null) {
            return -1;
        }
        List<String> known = heading.stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .map(field -> names.contains(field) ? "*" : field)
                .toList();
        return known.indexOf("*");
    }

    private static String at(List<String> record, int column) {
        return column < record.size() ? record.get(column).strip() : "";
    }

    private void line(int line, String sku, String price) {
        try {
            if (sku.isEmpty() || sku.length() > LONGEST_SKU || sku.indexOf('\0') >= 0) {
                throw new CounterException(PromotionError.PRICE_LINE_WITHOUT_SKU);
            }
            Integer before = seen.putIfAbsent(sku, line);
            if (before != null) {
                throw new CounterException(PromotionError.PRICE_LINE_TWICE, sku, before);
            }
            if (lines.size() >= PriceListDraft.MOST_PRODUCTS) {
                throw new CounterException(PromotionError.COUNT_INVALID, 1, PriceListDraft.MOST_PRODUCTS);
            }
            lines.add(new Line(line, sku, amount(price)));
        } catch (CounterException wrong) {
            fault(line, wrong);
        }
    }

    private long amount(String price) {
        try {
            if (PLAIN.matcher(price).matches()) {
                return Money.parse(price, currency).minor();
            }
        } catch (ArithmeticException tooFine) {
            // it has more decimals than the currency: said below
        }
        throw new CounterException(PromotionError.PRICE_UNREADABLE, price, currency);
    }

    void fault(int line, CounterException why) {
        faults.add(new PriceFile.Fault(line, why));
    }
}
