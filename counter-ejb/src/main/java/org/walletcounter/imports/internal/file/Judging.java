package org.walletcounter.imports.internal.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides for every line of an invoice what becomes of it. The rules of a kind of invoice are tried from the top; the first
 * that fits decides. Prices are rounded to the smallest coin, half up, per unit.
 */
public final class Judging {

    private final StockCodes codes;
    private final int decimals;

    /** For a currency of so many decimals. */
    public Judging(StockCodes codes, int decimals) {
        this.codes = codes;
        this.decimals = decimals;
    }

    /** Judges a sale or an entry of the accounts. */
    public List<Judged> sale(Invoice invoice) {
        List<Judged> lines = new ArrayList<>(invoice.lines().size());
        for (FileLine line : invoice.lines()) {
            Treatment becomes = invoice.accountsEntry() || codes.kind(line.sku()) == StockCodes.Kind.BAD_DEBT
                    ? Treatment.BAD_DEBT
                    : ofSale(line);
            lines.add(new Judged(line, becomes, minor(line.price())));
        }
        long total = lines.stream().mapToLong(Judged::booked).sum();
        return total > 0 ? lines : lines.stream().map(Judging::withoutPay).toList();
    }

    /** Judges a cancellation, which takes from what was sold before. */
    public List<Judged> cancellation(Invoice invoice, SoldBefore sold) {
        List<Judged> lines = new ArrayList<>(invoice.lines().size());
        for (FileLine line : invoice.lines()) {
            Treatment notBooked = unfitReturn(line);
            lines.add(
                    notBooked == null
                            ? back(line, invoice.customer(), sold)
                            : new Judged(line, notBooked, minor(line.price())));
        }
        return lines;
    }

    private Treatment ofSale(FileLine line) {
        Treatment own = ownCost(line);
        if (own != null) {
            return own;
        }
        if (line.quantity() == 0) {
            return Treatment.NO_QUANTITY;
        }
        if (line.price().signum() < 0) {
            return Treatment.NEGATIVE_PRICE;
        }
        if (line.quantity() < 0) {
            return line.price().signum() == 0 ? Treatment.STOCK_ADJUSTMENT : Treatment.NEGATIVE_OUTSIDE_CANCELLATION;
        }
        return sold(line);
    }

    private Treatment sold(FileLine line) {
        if (line.price().signum() == 0) {
            return Treatment.FREE_WITH_SALE;
        }
        if (rounded(line.price())) {
            return Treatment.PRICE_ROUNDED;
        }
        return codes.kind(line.sku()) == StockCodes.Kind.GOODS ? Treatment.SALE : Treatment.SERVICE;
    }

    /** An invoice that comes to nothing is no sale: what would be its lines are goods counted or given away. */
    private static Judged withoutPay(Judged judged) {
        return switch (judged.becomes()) {
            case FREE_WITH_SALE ->
                judged.as(judged.line().customer() == null ? Treatment.STOCK_ADJUSTMENT : Treatment.FREE_GOODS);
            case PRICE_ROUNDED, SALE, SERVICE -> judged.as(Treatment.BELOW_A_PENNY);
            default -> judged;
        };
    }

    private @Nullable Treatment unfitReturn(FileLine line) {
        Treatment own = ownCost(line);
        if (own != null) {
            return own;
        }
        if (line.quantity() >= 0) {
            return line.quantity() == 0 ? Treatment.NO_QUANTITY : Treatment.POSITIVE_IN_CANCELLATION;
        }
        if (line.price().signum() < 0) {
            return Treatment.NEGATIVE_PRICE;
        }
        if (line.price().signum() == 0) {
            return line.customer() == null ? Treatment.STOCK_ADJUSTMENT : Treatment.FREE_GOODS;
        }
        return minor(line.price()) == 0 ? Treatment.BELOW_A_PENNY : null;
    }

    private Judged back(FileLine line, @Nullable String customer, SoldBefore sold) {
        long unit = minor(line.price());
        int quantity = Math.negateExact(line.quantity());
        if (codes.kind(line.sku()) == StockCodes.Kind.ALLOWANCE) {
            return new Judged(line, Treatment.DISCOUNT, unit, List.of(new SoldBefore.Piece(null, quantity)));
        }
        List<SoldBefore.Piece> pieces = sold.takeBack(customer, line.sku(), quantity, unit);
        return new Judged(line, classOf(line, pieces), unit, pieces);
    }

    private Treatment classOf(FileLine line, List<SoldBefore.Piece> pieces) {
        boolean rest = pieces.get(pieces.size() - 1).saleNumber() == null;
        if (rest) {
            return pieces.size() == 1 ? Treatment.NO_ORIGINAL_SALE : Treatment.ORIGINAL_SALE_IN_PART;
        }
        return rounded(line.price()) ? Treatment.PRICE_ROUNDED : Treatment.RETURN;
    }

    /** The class of what the merchant paid and nobody bought, or null. */
    private @Nullable Treatment ownCost(FileLine line) {
        return switch (codes.kind(line.sku())) {
            case FEE -> Treatment.MERCHANT_FEE;
            case CHARGE -> line.customer() == null ? Treatment.MERCHANT_FEE : null;
            case SAMPLE -> Treatment.SAMPLES;
            case BAD_DEBT -> Treatment.BAD_DEBT;
            case GOODS, SERVICE, ALLOWANCE -> null;
        };
    }

    private long minor(BigDecimal price) {
        return price.movePointRight(decimals).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private boolean rounded(BigDecimal price) {
        return price.stripTrailingZeros().scale() > decimals;
    }
}
