package org.walletcounter.transactions.internal.checkout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Posting;
import org.walletcounter.transactions.SalePricing;
import org.walletcounter.transactions.SaleTax;

/**
 * What a payment's journal holds besides its money, and the rows that are kept with it once it is posted.
 *
 * @param moves postings that sum to zero per unit, but for the currency, where {@code funded} is missing
 * @param funded what funders pay in minor units; the payment posts it to where the store's reductions stand
 * @param taxes the tax in what is paid, by rate
 * @param pricing what receipts show of it; null where nothing moved the price
 */
public record Joined(
        Moves moves,
        long funded,
        long pointsEarned,
        @Nullable SalePricing pricing,
        List<SaleTax> taxes,
        List<Companion> companions) {

    /** Nothing besides the money. */
    public static final Joined NONE =
            new Joined(new Moves(List.of(), List.of(), List.of()), 0, 0, null, List.of(), List.of());

    /** The tax of all rates, in minor units. */
    public long tax() {
        return taxes.stream().mapToLong(SaleTax::tax).sum();
    }

    /** Postings, the names they claim and the holds they use up. */
    public record Moves(List<Posting> postings, List<Claim> claims, List<UUID> confirms) {}
}
