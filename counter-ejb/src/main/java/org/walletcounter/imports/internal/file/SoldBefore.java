package org.walletcounter.imports.internal.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What each customer bought so far in the file and has not brought back: where returns find their sales. A return takes
 * from the latest sale before it of the same customer and stock code that still has some left; first from those at the very
 * price of the return, then from those that were dearer, never from a cheaper one, so that a sale never gives back
 * more than was paid for it. Never more is returned than was sold. Not thread-safe.
 */
public final class SoldBefore {

    /** A part of a return, taken from one sale; from none when the sale number is null. */
    public record Piece(@Nullable String saleNumber, int quantity) {}

    private final Map<String, List<Left>> left = new HashMap<>();

    /** Remembers what was sold. Unit prices are in minor units, as booked. */
    public void sold(String customer, String sku, String saleNumber, int quantity, long unit) {
        left.computeIfAbsent(key(customer, sku), key -> new ArrayList<>(1)).add(new Left(saleNumber, quantity, unit));
    }

    /** Takes a returned quantity from the sales before it. The pieces sum to the quantity; at most one names no sale. */
    public List<Piece> takeBack(@Nullable String customer, String sku, int quantity, long unit) {
        List<Piece> pieces = new ArrayList<>(1);
        int open = quantity;
        List<Left> sales = customer == null ? null : left.get(key(customer, sku));
        if (sales != null) {
            open = take(sales, open, price -> price == unit, pieces);
            open = take(sales, open, price -> price > unit, pieces);
            if (sales.isEmpty()) {
                left.remove(key(customer, sku));
            }
        }
        if (open > 0) {
            pieces.add(new Piece(null, open));
        }
        return pieces;
    }

    private static int take(List<Left> sales, int quantity, LongPredicate price, List<Piece> pieces) {
        int open = quantity;
        for (int i = sales.size() - 1; i >= 0 && open > 0; i--) {
            Left sale = sales.get(i);
            if (price.test(sale.unit)) {
                int taken = Math.min(open, sale.quantity);
                pieces.add(new Piece(sale.number, taken));
                open -= taken;
                sale.quantity -= taken;
                if (sale.quantity == 0) {
                    sales.remove(i);
                }
            }
        }
        return open;
    }

    private static String key(@Nullable String customer, String sku) {
        return customer + "\u001f" + sku;
    }

    private static final class Left {
        private final String number;
        private int quantity;
        private final long unit;

        private Left(String number, int quantity, long unit) {
            this.number = number;
            this.quantity = quantity;
            this.unit = unit;
        }
    }
}
