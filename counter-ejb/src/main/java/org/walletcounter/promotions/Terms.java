package org.walletcounter.promotions;

import java.util.Currency;
import org.walletcounter.kernel.CounterException;

/**
 * What a promotion or a voucher says: one language for both.
 *
 * @param names what people call it
 * @param currency of its amounts; it is silent in sales of another
 * @param when what must hold
 * @param on which goods it acts on
 * @param benefit what it gives
 * @param stacking what it goes together with
 * @param funding who pays for it
 */
public record Terms(
        Names names,
        String currency,
        Condition when,
        Selection on,
        Benefit benefit,
        Stacking stacking,
        Funding funding) {

    /** Refuses an unknown currency. */
    public Terms {
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw CounterException.at("currency", PromotionError.CURRENCY_UNKNOWN);
        }
    }

    /** Terms for everybody and all goods, free to stack. */
    public static Terms of(String name, String currency, Benefit benefit) {
        return new Terms(
                new Names(name, name),
                currency,
                Condition.ALWAYS,
                Selection.ALL,
                benefit,
                Stacking.FREE,
                Funding.MERCHANT);
    }

    /** The same under a condition. */
    public Terms when(Condition other) {
        return new Terms(names, currency, other, on, benefit, stacking, funding);
    }

    /** The same on other goods. */
    public Terms on(Selection other) {
        return new Terms(names, currency, when, other, benefit, stacking, funding);
    }

    /** The same with other stacking. */
    public Terms stacked(Stacking other) {
        return new Terms(names, currency, when, on, benefit, other, funding);
    }

    /** The same, paid by others. */
    public Terms fundedBy(Funding other) {
        return new Terms(names, currency, when, on, benefit, stacking, other);
    }

    /** What people call it, in both languages. */
    public record Names(String en, String zh) {

        /** Refuses a thing without a name. */
        public Names {
            Sound.text("en", en, 120);
            Sound.text("zh", zh, 120);
        }

        /** The name in a language. */
        public String in(String language) {
            return language.startsWith("zh") ? zh : en;
        }
    }
}
