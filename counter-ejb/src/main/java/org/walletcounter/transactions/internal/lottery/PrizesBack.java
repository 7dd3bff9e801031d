package org.walletcounter.transactions.internal.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Directory;
import org.walletcounter.promotions.Draws;

/**
 * What becomes of prizes whose tickets a refund takes back, the last tickets of the sale first: one that the member does not
 * have yet goes back into its stock, an unused voucher is withdrawn afterwards, all else is kept. Runs in the refund's
 * transaction, after the promise has been lowered.
 */
@Dependent
public class PrizesBack {

    private static final String LOST =
            "SELECT d.id, d.campaign_id, d.prize, d.state, d.member_id FROM transactions.draw d"
                    + " JOIN transactions.promise p ON p.payment_id = d.payment_id AND p.line = d.line"
                    + " WHERE d.payment_id = ?1 AND d.number > p.count - p.taken_back AND (d.state IN ('TO_HAND_OVER', 'DUE',"
                    + " 'FAILED') OR d.state = 'GIVEN' AND d.gives = 'VOUCHER') ORDER BY d.serial FOR NO KEY UPDATE OF d";

    private final DrawRows rows;
    private final Draws draws;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    @Inject
    PrizesBack(DrawRows rows, Draws draws, Ledger ledger, Directory directory, Clock clock) {
        this.rows = rows;
        this.draws = draws;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /** Takes back what can be taken back of a payment's prizes. */
    public void of(Actor actor, UUID paymentId) {
        for (Object[] row : rows.rows(LOST, paymentId)) {
            if (row[3].equals("GIVEN")) {
                rows.change("UPDATE transactions.draw SET state = 'TAKING_BACK' WHERE id = ?1", row[0]);
            } else {
                putBack(actor, row);
            }
        }
    }

    private void putBack(Actor actor, Object[] row) {
        Instant now = clock.instant();
        Journal.Facts facts = Journal.Facts.plain(
                now, directory.businessDay(actor.merchantId(), now), "{\"draw\":\"" + row[0] + "\"}");
        ledger.post(new Journal(
                Ids.next(clock),
                "prize-back",
                new Journal.Scope(actor.merchantId(), null, null, actor.id(), (UUID) row[4]),
                facts,
                draws.putBack(actor, (UUID) row[1], (String) row[2])));
        rows.change(
                "UPDATE transactions.draw SET state = 'TAKEN_BACK', done_at = ?2, done_by = ?3, done_name = ?4 WHERE id = ?1",
                row[0],
                now,
                actor.id(),
                actor.name());
    }
}
