package org.walletcounter.reporting;

import java.util.List;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.Finding;

/**
 * The sums that board and reports read instead of the sales themselves (汇总). They follow the books within a second by
 * themselves; what they have not reached yet is added at reading, so figures equal the books at every moment. Thread-safe.
 */
public interface RollUps {

    /** How far they are. */
    RollUpsView state(Actor actor);

    /** Holds them against the books, all merchants' together; no finding is the only good answer. Reads everything. */
    List<Finding> check(Actor actor);

    /**
     * Makes them again from the books, in the background; {@link #state} tells when it is done. Until then readers see the
     * old ones. While it runs, what is sold waits to be rolled up, so boards and reports take longer.
     *
     * @throws org.walletcounter.kernel.CounterException {@link ReportingError#REBUILD_RUNNING} while another order is
     *     carried out
     */
    void rebuild(Actor actor);
}
