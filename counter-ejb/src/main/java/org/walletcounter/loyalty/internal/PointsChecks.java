package org.walletcounter.loyalty.internal;

import java.util.ArrayList;
import java.util.List;
import org.walletcounter.ledger.Checking;
import org.walletcounter.ledger.Finding;

/**
 * Holds the points against I9. Each promise is a query that answers a row per breach; all of them are one statement, so
 * they look at one snapshot. Reads the ledger's tables, and its journals rather than its balances where it can. One check
 * runs at a time, on whatever node: it reads everything, on one of the connections that sales are paid over.
 */
final class PointsChecks {

    private static final String BALANCES = " WITH stand AS (SELECT s.*, p.balance AS pending, a.balance AS spendable,"
            + " d.balance + coalesce((SELECT sum(amount) FROM ledger.tail WHERE account_id = d.id), 0) AS debt"
            + " FROM loyalty.standing s JOIN ledger.account p ON p.id = s.pending_account"
            + " JOIN ledger.account a ON a.id = s.points_account JOIN ledger.account d ON d.id = s.debt_account),"
            + " lots AS (SELECT programme_id, member_id, sum(left_over) FILTER (WHERE pending) AS pending,"
            + " sum(left_over) FILTER (WHERE NOT pending) AS matured, sum(owed) AS owed FROM loyalty.lot GROUP BY 1, 2),"
            + " open AS (SELECT programme_id, member_id, sum(points) AS points FROM loyalty.spend"
            + " WHERE NOT folded GROUP BY 1, 2),"
            + " house AS (SELECT a.merchant_id, a.unit, a.kind, coalesce(sum(p.amount), 0) AS amount"
            + " FROM ledger.account a LEFT JOIN ledger.posting p ON p.account_id = a.id"
            + " WHERE a.unit LIKE 'PTS:%' GROUP BY 1, 2, 3),"
            + " programmes AS (SELECT unit, -sum(amount) FILTER (WHERE kind = 'points-issued') AS earned,"
            + " coalesce(sum(amount) FILTER (WHERE kind = 'points-redeemed'), 0) AS used,"
            + " coalesce(sum(amount) FILTER (WHERE kind = 'points-expired'), 0) AS expired,"
            + " coalesce(sum(amount) FILTER (WHERE kind IN ('points', 'points-pending', 'points-debt')), 0) AS held"
            + " FROM house GROUP BY unit)";

    private static final List<String> BREACHES = List.of(
            // What was earned less what was used less what has expired is what members have, debts taken off.
            "SELECT unit AS subject, 'earned ' || earned || ' less used ' || used || ' less expired ' || expired"
                    + " || ' is not the balance ' || held AS detail FROM programmes"
                    + " WHERE coalesce(earned, 0) - used - expired <> held",
            // A member's accounts are what the lots say.
            "SELECT 'member ' || s.member_id, 'the points account has ' || s.spendable || ', the lots '"
                    + " || coalesce(l.matured, 0) || ' less ' || coalesce(o.points, 0) || ' spent and not yet taken'"
                    + " FROM stand s LEFT JOIN lots l USING (programme_id, member_id)"
                    + " LEFT JOIN open o USING (programme_id, member_id)"
                    + " WHERE s.spendable <> coalesce(l.matured, 0) - coalesce(o.points, 0)",
            "SELECT 'member ' || s.member_id, 'the pending account has ' || s.pending || ', the lots '"
                    + " || coalesce(l.pending, 0) FROM stand s LEFT JOIN lots l USING (programme_id, member_id)"
                    + " WHERE s.pending <> coalesce(l.pending, 0)",
            "SELECT 'member ' || s.member_id, 'the debt account has ' || s.debt || ', the lots owe '"
                    + " || coalesce(l.owed, 0) FROM stand s LEFT JOIN lots l USING (programme_id, member_id)"
                    + " WHERE s.debt <> -coalesce(l.owed, 0) OR (s.debt <> 0 AND NOT s.owing)",
            // Nobody is below zero but by a stated debt.
            "SELECT 'member ' || member_id, 'below zero: ' || spendable || ', pending ' || pending FROM stand"
                    + " WHERE spendable < 0 OR pending < 0",
            // Each lot: earned is what is left and what was taken of it. Each spend: it took what it says.
            "SELECT 'lot ' || l.id, 'earned ' || l.earned || ', left ' || l.left_over || ', taken ' || coalesce(t.points, 0)"
                    + " FROM loyalty.lot l LEFT JOIN (SELECT lot_id, sum(points - restored) AS points FROM loyalty.taking"
                    + " GROUP BY 1) t ON t.lot_id = l.id WHERE l.earned <> l.left_over + coalesce(t.points, 0)",
            "SELECT 'spend ' || s.id, 'it is ' || s.points || ' less ' || s.returned || ' returned, it took '"
                    + " || coalesce(t.points, 0) || ' of which ' || coalesce(t.back, 0) || ' are back' FROM loyalty.spend s"
                    + " LEFT JOIN (SELECT spend_id, sum(points) AS points, sum(restored + renewed) AS back"
                    + " FROM loyalty.taking GROUP BY 1) t ON t.spend_id = s.id"
                    + " WHERE s.folded AND (s.points <> coalesce(t.points, 0) OR s.returned <> coalesce(t.back, 0))",
            // What is used on the ledger is what the spends say, and what is earned is what the lots say.
            "SELECT p.unit, 'used ' || p.used || ' on the ledger, ' || coalesce(s.points, 0) || ' by the spends'"
                    + " FROM programmes p LEFT JOIN (SELECT 'PTS:' || programme_id AS unit, sum(points - returned) AS points"
                    + " FROM loyalty.spend WHERE kind IN ('EXCHANGE', 'GIFT') GROUP BY 1) s USING (unit)"
                    + " WHERE p.used <> coalesce(s.points, 0)",
            // A purchase's lot was issued by the purchase's journal.
            "SELECT 'lot ' || l.id, 'its journal issued ' || coalesce(p.amount, 0) || ', it says ' || l.earned"
                    + " FROM loyalty.lot l JOIN loyalty.standing s USING (programme_id, member_id)"
                    + " LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM ledger.posting WHERE journal_id = l.journal_id"
                    + " AND account_id = s.pending_account) p ON true"
                    + " WHERE l.source = 'PURCHASE' AND l.earned <> coalesce(p.amount, 0)");

    private final Db db;

    PointsChecks(Db db) {
        this.db = db;
    }

    List<Finding> all() {
        List<String> parts = new ArrayList<>();
        for (String breach : BREACHES) {
            parts.add("SELECT * FROM (" + breach + ") AS b (subject, detail)");
        }
        String query = BALANCES + " " + String.join(" UNION ALL ", parts);
        return db.check("points.check", connection -> Checking.breaches(connection, "I9", query));
    }
}
