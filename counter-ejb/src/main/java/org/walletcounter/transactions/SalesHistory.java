package org.walletcounter.transactions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;

/**
 * The door for what was sold before the counter was there (历史数据). Only the system calls it. Up to 500 pieces per call;
 * a piece that is in the books already is answered so and booked no second time. Thread-safe.
 */
public interface SalesHistory {

    /** Books sales, all of a call through the ledger's group commit. Needs no transaction and joins none. */
    List<Recorded> recordSales(Actor system, List<HistoricalSale> sales);

    /**
     * Books returns in one transaction. One that names a sale is booked against it and never exceeds what is left of it;
     * one that cannot be booked is answered so and leaves the others alone.
     */
    List<Recorded> recordReturns(Actor system, List<HistoricalReturn> returns);

    /**
     * What became of one piece, in the order they were handed in.
     *
     * @param id the payment's or refund's id where this call booked it, else null
     */
    record Recorded(String number, Result result, @Nullable UUID id) {}

    /** What can become of a piece. */
    enum Result {
        /** It is in the books now. */
        BOOKED,
        /** It was there before. */
        ALREADY_THERE,
        /** Nothing was booked: the sale it returns from is not in the books. */
        NO_SUCH_SALE,
        /** Nothing was booked: it is more than what is left of its sale. */
        EXCEEDS_SALE
    }
}
