package org.walletcounter.orders.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.OrderError;
import org.walletcounter.orders.PricedBasket;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductView;

/**
 * Gives the lines of a basket their prices: a pure function of the basket, the products and who asks. Refuses in the order
 * of {@link OrderError}; a refusal names the line.
 */
final class PricingBaskets {

    /** What an open line is summed under. */
    static final String OPEN = "open";

    private static final int MOST_LINES = 500;
    private static final int MOST_PIECES = 100_000;
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> MAY_OVERRIDE = Set.of("manager", "administrator");

    private final Actor actor;
    private final String currency;

    PricingBaskets(Actor actor, String currency) {
        this.actor = actor;
        this.currency = currency;
    }

    /** Refuses a basket that no catalogue can price. */
    static void requireSound(List<BasketLine> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw CounterException.at("lines", OrderError.LINE_COUNT, MOST_LINES);
        }
        for (int i = 0; i < lines.size(); i++) {
            int quantity = lines.get(i).quantity();
            if (quantity < 1 || quantity > MOST_PIECES) {
                throw CounterException.at(field(i, "quantity"), OrderError.QUANTITY_INVALID, MOST_PIECES);
            }
        }
    }

    /** The basket with its prices. The products are asked for by the code the line names. */
    PricedBasket price(List<BasketLine> lines, Function<String, @Nullable ProductView> products) {
        List<PricedLine> priced = new ArrayList<>(lines.size());
        long total = 0;
        for (int i = 0; i < lines.size(); i++) {
            BasketLine line = lines.get(i);
            String sku = line.sku();
            PricedLine next = sku == null ? open(i, line) : sold(i, line, product(i, products.apply(sku), sku));
            priced.add(line.daysLeft() == null ? next : next.spoiling(line.daysLeft()));
            total = sum(i, total, next.amount());
        }
        return new PricedBasket(List.copyOf(priced), Money.of(total, currency));
    }

    private ProductView product(int index, @Nullable ProductView product, String sku) {
        if (product == null || !product.active()) {
            throw CounterException.at(field(index, "sku"), OrderError.NO_SUCH_PRODUCT, sku);
        }
        return product;
    }

    private PricedLine open(int index, BasketLine line) {
        Long unit = line.unitAmount();
        if (unit == null || unit <= 0) {
            throw CounterException.at(field(index, "unitAmount"), OrderError.AMOUNT_INVALID);
        }
        String text = line.text() == null ? "" : line.text().strip();
        String kept = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        return new PricedLine(
                index + 1, null, "", kept, OPEN, line.quantity(), unit, times(index, unit, line.quantity()));
    }

    private PricedLine sold(int index, BasketLine line, ProductView product) {
        long unit = unit(index, line, product);
        if (!product.price().currency().equals(currency)) {
            throw CounterException.at("currency", OrderError.OTHER_CURRENCY, product.sku());
        }
        return new PricedLine(
                index + 1,
                product.id(),
                product.sku(),
                product.nameEn().isBlank() ? product.nameZh() : product.nameEn(),
                product.category(),
                line.quantity(),
                unit,
                times(index, unit, line.quantity()));
    }

    private long unit(int index, BasketLine line, ProductView product) {
        Long wanted = line.unitAmount();
        if (wanted == null || wanted == product.price().minor()) {
            return product.price().minor();
        }
        if (wanted < 0) {
            throw CounterException.at(field(index, "unitAmount"), OrderError.AMOUNT_INVALID);
        }
        if (!MAY_OVERRIDE.contains(actor.role())) {
            throw CounterException.at(field(index, "unitAmount"), OrderError.PRICE_OVERRIDE_NOT_ALLOWED, product.sku());
        }
        return wanted;
    }

    private static long times(int index, long unit, int quantity) {
        if (unit > Money.MOST_AT_ONCE / quantity) {
            throw CounterException.at(field(index, "unitAmount"), OrderError.AMOUNT_INVALID);
        }
        return unit * quantity;
    }

    private static long sum(int index, long total, long amount) {
        if (total > Money.MOST_AT_ONCE - amount) {
            throw CounterException.at(field(index, "unitAmount"), OrderError.AMOUNT_INVALID);
        }
        return total + amount;
    }

    private static String field(int index, String name) {
        return "lines[" + index + "]." + name;
    }
}
