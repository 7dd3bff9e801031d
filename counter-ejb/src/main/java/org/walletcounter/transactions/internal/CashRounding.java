package org.walletcounter.transactions.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;

/**
 * How cash is rounded where the smallest coins are gone: what a customer pays in cash, and nothing else, becomes a multiple of
 * what the coins can pay. The sale's price stays as it is. Pure.
 *
 * @param step what cash is a multiple of, in minor units; 1 where nothing is rounded
 * @param down whether it is always rounded down, for the customer, instead of to the nearest
 */
record CashRounding(long step, boolean down) {

    static final Parameter STEP = new Parameter("transactions.cash.step", "minor", 1, 10_000, 1);
    static final Parameter DOWN = new Parameter("transactions.cash.down", "choice", 0, 1, 0);

    /** The merchant's rule now. */
    static CashRounding of(Parameters parameters, UUID merchantId) {
        return new CashRounding(parameters.value(STEP, merchantId), parameters.value(DOWN, merchantId) == 1);
    }

    /** What coins can pay for an amount of zero or more; from the middle it is rounded up. */
    long round(long minor) {
        long half = down ? 0 : step / 2;
        return (minor + half) / step * step;
    }

    /** The tenders with their rounding: it stands with the last one in cash, for all cash together. */
    List<Tender> round(List<Tender> tenders) {
        long cash = tenders.stream()
                .filter(each -> each.kind() == TenderKind.CASH)
                .mapToLong(each -> Math.max(0, each.amount().minor()))
                .sum();
        long off = round(cash) - cash;
        if (off == 0) {
            return tenders;
        }
        List<Tender> rounded = new ArrayList<>(tenders);
        for (int i = rounded.size() - 1; i >= 0; i--) {
            Tender each = rounded.get(i);
            if (each.kind() == TenderKind.CASH) {
                rounded.set(i, new Tender(each.kind(), each.amount(), each.received(), off));
                break;
            }
        }
        return List.copyOf(rounded);
    }

    /**
     * The cash of a payment as refunds see it, in minor units.
     *
     * @param amount what cash covered of the sale
     * @param rounding what was taken more for it
     * @param back what of the amount went back before
     * @param roundingBack what went back more
     */
    record Drawer(long amount, long rounding, long back, long roundingBack) {

        Drawer plus(Drawer other) {
            return new Drawer(
                    amount + other.amount,
                    rounding + other.rounding,
                    back + other.back,
                    roundingBack + other.roundingBack);
        }
    }

    /**
     * What goes back more than so much of the amount. All refunds together give back what coins can pay for all of it, and
     * exactly what was taken once nothing is left: so the order they come in changes nothing.
     */
    long back(Drawer drawer, long minor) {
        long paid = drawer.amount + drawer.rounding;
        long before = drawer.back + drawer.roundingBack;
        long all = drawer.back + minor;
        long after = all == drawer.amount ? paid : Math.max(before, Math.min(round(all), paid));
        return after - before - minor;
    }
}
