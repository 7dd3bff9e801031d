package org.walletcounter.promotions;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
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
 * @param leastMargin the least margin it leaves on what it reduces, in basis points, instead of the house's; null for the
 *     house's
 * @param heldOut so many of the members, in basis points, do not get it, so that its effect can be told (对照组); null for none
 */
public record Terms(
        Names names,
        String currency,
        Condition when,
        Selection on,
        Benefit benefit,
        Stacking stacking,
        Funding funding,
        @Nullable Integer leastMargin,
        @Nullable Integer heldOut) {

    /** At most half of the members are held out. */
    private static final int MOST_HELD_OUT = Sound.WHOLE / 2;

    /** Refuses an unknown currency, and shares that nothing could keep. */
    public Terms {
        MarginGuard.requireSound("leastMargin", leastMargin);
        if (heldOut != null) {
            Sound.count("heldOut", heldOut, 0, MOST_HELD_OUT);
        }
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw CounterException.at("currency", PromotionError.CURRENCY_UNKNOWN);
        }
    }

    /** The house's margin, nobody held out. */
    public Terms(
            Names names,
            String currency,
            Condition when,
            Selection on,
            Benefit benefit,
            Stacking stacking,
            Funding funding) {
        this(names, currency, when, on, benefit, stacking, funding, null, null);
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
        return new Terms(names, currency, other, on, benefit, stacking, funding, leastMargin, heldOut);
    }

    /** The same giving something else. */
    public Terms giving(Benefit other) {
        return new Terms(names, currency, when, on, other, stacking, funding, leastMargin, heldOut);
    }

    /** The same on other goods. */
    public Terms on(Selection other) {
        return new Terms(names, currency, when, other, benefit, stacking, funding, leastMargin, heldOut);
    }

    /** The same with other stacking. */
    public Terms stacked(Stacking other) {
        return new Terms(names, currency, when, on, benefit, other, funding, leastMargin, heldOut);
    }

    /** The same, paid by others. */
    public Terms fundedBy(Funding other) {
        return new Terms(names, currency, when, on, benefit, stacking, other, leastMargin, heldOut);
    }

    /** The same with a least margin of its own. */
    public Terms leaving(int basisPoints) {
        return new Terms(names, currency, when, on, benefit, stacking, funding, basisPoints, heldOut);
    }

    /** The same, held back from a share of the members. */
    public Terms holdingOut(int basisPoints) {
        return new Terms(names, currency, when, on, benefit, stacking, funding, leastMargin, basisPoints);
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
