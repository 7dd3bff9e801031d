package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.vouchers.internal.book.Database;

/**
 * A purchase goes back, in part or as a whole. What is left of it no longer brings a campaign's voucher: one that it has brought
 * is withdrawn, if it is still in hand, else when it comes back; and one that it has not brought yet it will not bring. Joins a
 * transaction.
 */
@Dependent
class LosingVouchers {

    private static final String WAITING = "SELECT count(*) FROM vouchers.campaign c"
            + " WHERE c.merchant_id = ? AND c.event = 'PURCHASE' AND c.state <> 'DRAFT'";

    /** Any purchase is enough for a campaign that names no amount, but for one of which nothing is left. */
    private static final String TOO_LITTLE = " ? < greatest(c.event_amount, 1)";

    /**
     * Notes it where something was brought, whatever became of that, and where something still could be. In the order of the
     * key, so that two who write wait for each other but never in a circle; who asks about a voucher that comes back waits too.
     */
    private static final String LOSE = "INSERT INTO vouchers.event_done (campaign_id, member_id, occasion, lost)"
            + " SELECT c.id, p.member_id, p.occasion, true"
            + " FROM (SELECT ?::uuid AS member_id, ?::text AS occasion) p, vouchers.campaign c"
            + " WHERE c.merchant_id = ? AND c.event = 'PURCHASE' AND (c.state IN ('LIVE', 'PAUSED') OR EXISTS"
            + " (SELECT 1 FROM vouchers.event_done d WHERE d.campaign_id = c.id AND d.member_id = p.member_id"
            + " AND d.occasion = p.occasion)) AND" + TOO_LITTLE + " ORDER BY c.id"
            + " ON CONFLICT (campaign_id, member_id, occasion) DO UPDATE SET lost = true WHERE NOT event_done.lost";

    private static final String BROUGHT = "SELECT v.id FROM vouchers.campaign c JOIN vouchers.event_done d"
            + " ON d.campaign_id = c.id AND d.member_id = ? AND d.occasion = ?"
            + " JOIN vouchers.voucher v ON v.id = d.voucher_id AND v.state = 'IN_HAND'"
            + " WHERE c.merchant_id = ? AND c.event = 'PURCHASE' AND" + TOO_LITTLE + " ORDER BY v.id";

    private final Leaving leaving;
    private final Database database;

    @Inject
    LosingVouchers(Leaving leaving, Database database) {
        this.leaving = leaving;
        this.database = database;
    }

    /**
     * A purchase of which something went back.
     *
     * @param occasion as {@link BringingVouchers#purchase} names it
     * @param left what of its amount is left, in minor units
     */
    record Smaller(UUID merchantId, UUID memberId, String occasion, long left) {}

    /** Takes what these have brought and are not large enough for any more. Who has no such campaigns is asked once. */
    void lose(List<Smaller> purchases) {
        Map<UUID, Boolean> waiting = new HashMap<>();
        for (Smaller purchase : purchases) {
            if (waiting.computeIfAbsent(purchase.merchantId(), this::waits)) {
                lose(purchase);
            }
        }
    }

    private boolean waits(UUID merchantId) {
        return database.number(WAITING, merchantId) > 0;
    }

    private void lose(Smaller purchase) {
        database.change(LOSE, purchase.memberId(), purchase.occasion(), purchase.merchantId(), purchase.left());
        List<UUID> brought = database.list(
                BROUGHT,
                row -> Database.id(row, "id"),
                purchase.memberId(),
                purchase.occasion(),
                purchase.merchantId(),
                purchase.left());
        for (UUID voucher : brought) {
            leaving.withdrawLost(purchase.merchantId(), voucher);
        }
    }
}
