package org.walletcounter.imports.internal.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stock codes that are no goods, from the table {@code stock-codes.txt}. Immutable. */
public final class StockCodes {

    /** How the lines of a code are treated; the table's heading explains them. */
    public enum Kind {
        GOODS,
        SERVICE,
        ALLOWANCE,
        CHARGE,
        FEE,
        SAMPLE,
        BAD_DEBT
    }

    /** What the table says about a code; an empty text says nothing. */
    public record Entry(Kind kind, String category, String nameEn, String nameZh) {}

    private final Map<String, Entry> whole = new HashMap<>();
    private final List<Map.Entry<String, Entry>> beginnings = new ArrayList<>();

    public StockCodes() {
        for (String line : Table.lines("stock-codes.txt")) {
            int equals = line.indexOf('=');
            String code = line.substring(0, equals).strip();
            Entry entry = entry(line.substring(equals + 1).split("\\|", -1));
            if (code.endsWith("*")) {
                beginnings.add(Map.entry(code.substring(0, code.length() - 1), entry));
            } else {
                whole.put(code, entry);
            }
        }
    }

    /** What the table says about a code, or null for goods like any other. */
    @Nullable
    public Entry of(String sku) {
        Entry entry = whole.get(sku);
        if (entry != null) {
            return entry;
        }
        for (Map.Entry<String, Entry> beginning : beginnings) {
            if (sku.startsWith(beginning.getKey())) {
                return beginning.getValue();
            }
        }
        return null;
    }

    /** How the lines of a code are treated. */
    public Kind kind(String sku) {
        Entry entry = of(sku);
        return entry == null ? Kind.GOODS : entry.kind();
    }

    private static Entry entry(String[] parts) {
        Kind kind = Kind.valueOf(parts[0].strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Entry(kind, parts[1].strip(), parts[2].strip(), parts[3].strip());
    }
}
