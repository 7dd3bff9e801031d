package org.walletcounter.transactions.internal.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Directory;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Terms;
import org.walletcounter.transactions.PrizeBack;
import org.walletcounter.transactions.PrizeBack.Becomes;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.Vouchers;

/**
 * What becomes of prizes whose tickets a refund takes back, the last tickets of the sale first: one that the member does not
 * have yet goes back into its stock, an unused voucher is withdrawn afterwards, all else is kept. Runs in the refund's
 * transaction, after the promise has been lowered.
 */
@Dependent
public class PrizesBack {

    private static final String LOST =
            "SELECT d.id, d.campaign_id, d.prize, d.state, d.member_id, d.voucher_id, d.prize_en, d.prize_zh FROM"
                    + " transactions.draw d JOIN transactions.promise p ON p.payment_id = d.payment_id AND p.line = d.line"
                    + " WHERE d.payment_id = ?1 AND d.line = ?2 AND d.number > p.count - p.taken_back"
                    + " AND d.number <= p.count - p.taken_back + ?3 AND d.prize IS NOT NULL"
                    + " ORDER BY d.serial FOR NO KEY UPDATE OF d";

    private final DrawRows rows;
    private final Draws draws;
    private final Vouchers vouchers;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    @Inject
    PrizesBack(DrawRows rows, Draws draws, Vouchers vouchers, Ledger ledger, Directory directory, Clock clock) {
        this.rows = rows;
        this.draws = draws;
        this.vouchers = vouchers;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /** Takes back what can be taken back of a payment's prizes, and says what becomes of each. */
    public List<PrizeBack> of(Actor actor, UUID paymentId, RefundPlan plan) {
        Map<PrizeBack, Integer> prizes = new LinkedHashMap<>();
        for (RefundPlan.PromiseBack tickets : plan.promisesBack()) {
            if (tickets.part().kind() == Promise.Kind.TICKETS) {
                rows.rows(LOST, paymentId, tickets.line(), tickets.part().count())
                        .forEach(row -> prizes.merge(
                                new PrizeBack(
                                        new Terms.Names((String) row[6], (String) row[7]), becoming(actor, row), 1),
                                1,
                                Integer::sum));
            }
        }
        return prizes.entrySet().stream()
                .map(each -> new PrizeBack(each.getKey().names(), each.getKey().becomes(), each.getValue()))
                .toList();
    }

    private Becomes becoming(Actor actor, Object[] row) {
        return switch (PrizeDraw.State.valueOf((String) row[3])) {
            case TO_HAND_OVER, DUE, FAILED -> {
                putBack(actor, row);
                yield Becomes.PUT_BACK;
            }
            case GIVEN -> given(actor, row);
            case TAKING_BACK -> Becomes.WITHDRAWN;
            case TAKEN_BACK -> Becomes.PUT_BACK;
            case HANDED_OVER, BLANK -> Becomes.KEPT;
        };
    }

    /** Only a voucher that is still in the member's hand can be taken out of it again. */
    private Becomes given(Actor actor, Object[] row) {
        UUID voucher = (UUID) row[5];
        if (voucher == null
                || vouchers.voucher(Actor.system(actor.merchantId()), voucher).state() != VoucherView.State.IN_HAND) {
            return Becomes.KEPT;
        }
        rows.change("UPDATE transactions.draw SET state = 'TAKING_BACK' WHERE id = ?1", row[0]);
        return Becomes.WITHDRAWN;
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
