package org.walletcounter.transactions.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.walletcounter.kernel.Actor;
import org.walletcounter.transactions.HistoricalReturn;
import org.walletcounter.transactions.HistoricalSale;
import org.walletcounter.transactions.SalesHistory;

/** The door for what was sold before the counter was there. */
@Stateless
@RolesAllowed("system")
public class SalesHistoryBean implements SalesHistory {

    private static final int MOST = 500;

    @Inject
    RecordingSales sales;

    @Inject
    RecordingReturns returns;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Recorded> recordSales(Actor system, List<HistoricalSale> pieces) {
        requireFew(pieces);
        return sales.record(system, pieces);
    }

    @Override
    public List<Recorded> recordReturns(Actor system, List<HistoricalReturn> pieces) {
        requireFew(pieces);
        return returns.record(system, pieces);
    }

    private static void requireFew(List<?> pieces) {
        if (pieces.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " pieces of history are recorded with one call.");
        }
    }
}
