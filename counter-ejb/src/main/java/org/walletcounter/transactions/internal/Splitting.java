package org.walletcounter.transactions.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.transactions.TenderKind;

/**
 * Says to which tenders a refund goes back: the wallet first, because that needs nobody to count notes; then cash; then
 * history. A pure function; the shares sum to the amount and none is more than its tender has left.
 */
final class Splitting {

    private Splitting() {}

    /** The shares of an amount that is no more than all tenders have left together. None of them is zero. */
    static List<Share> of(long amount, List<Source> sources) {
        List<Source> inTurn = new ArrayList<>(sources);
        inTurn.sort(
                Comparator.comparingInt((Source source) -> turn(source.kind())).thenComparingInt(Source::line));
        List<Share> shares = new ArrayList<>();
        long rest = amount;
        for (Source source : inTurn) {
            long part = Math.min(rest, source.left());
            if (part > 0) {
                shares.add(new Share(source.line(), source.kind(), part, source.wallet()));
                rest -= part;
            }
        }
        if (rest != 0) {
            throw new IllegalArgumentException("The tenders have less left than is to be given back: " + rest);
        }
        return List.copyOf(shares);
    }

    /** One share, of one tender. */
    static Share whole(Source source, long amount) {
        return new Share(source.line(), source.kind(), amount, source.wallet());
    }

    private static int turn(TenderKind kind) {
        return switch (kind) {
            case WALLET -> 0;
            case CASH -> 1;
            case HISTORICAL -> 2;
        };
    }

    /** A tender that money can go back to. */
    record Source(
            int line, TenderKind kind, long left, @Nullable AccountId wallet) {}

    /**
     * What one tender gets back.
     *
     * @param line the tender's
     * @param rounding what goes back in cash more than the amount
     */
    record Share(
            int line,
            TenderKind kind,
            long amount,
            @Nullable AccountId wallet,
            long rounding) {

        Share(int line, TenderKind kind, long amount, @Nullable AccountId wallet) {
            this(line, kind, amount, wallet, 0);
        }

        /** The same in cash, as coins can pay it. */
        Share inCash(CashRounding coins) {
            return new Share(line, TenderKind.CASH, amount, null, coins.round(amount) - amount);
        }

        Share rounded(long more) {
            return new Share(line, kind, amount, wallet, more);
        }

        /** What goes back. */
        long paid() {
            return amount + rounding;
        }
    }
}
