package org.walletcounter.promotions;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;

/** What every definition must fulfil, said at the field that does not. */
final class Sound {

    /** A whole in basis points: 10,000 are 100 %. */
    static final int WHOLE = 10_000;

    /** No price, threshold or reduction is above this: sums of a thousand lines then stay far inside 64 bits. */
    static final long MOST_MINOR = 1_000_000_000_000L;

    private Sound() {}

    static void positive(String field, long minor) {
        if (minor <= 0 || minor > MOST_MINOR) {
            throw CounterException.at(field, PromotionError.AMOUNT_INVALID);
        }
    }

    static void notNegative(String field, long minor) {
        if (minor < 0 || minor > MOST_MINOR) {
            throw CounterException.at(field, PromotionError.AMOUNT_INVALID);
        }
    }

    static void share(String field, int basisPoints) {
        if (basisPoints < 1 || basisPoints > WHOLE) {
            throw CounterException.at(field, PromotionError.PERCENT_INVALID);
        }
    }

    static void count(String field, long count, long lowest, long highest) {
        if (count < lowest || count > highest) {
            throw CounterException.at(field, PromotionError.COUNT_INVALID, lowest, highest);
        }
    }

    static void countIfAny(String field, @Nullable Integer count, long lowest, long highest) {
        if (count != null) {
            count(field, count, lowest, highest);
        }
    }

    static void text(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw CounterException.at(field, PromotionError.TEXT_INVALID, longest);
        }
    }

    static void filled(String field, Collection<?> items) {
        if (items.isEmpty() || items.size() > 1_000) {
            throw CounterException.at(field, PromotionError.LIST_EMPTY);
        }
    }

    /** Each step asks for more than the one before. */
    static void rising(String field, long before, long next) {
        if (next <= before) {
            throw CounterException.at(field, PromotionError.NOT_RISING);
        }
    }
}
