package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.walletcounter.ledger.Checking;
import org.walletcounter.ledger.Finding;
import org.walletcounter.vouchers.internal.book.Database;

/**
 * Holds the vouchers against what is promised (I8), with the ledger's own tables as the witness. Each promise is a query
 * that answers a row per breach. One check runs at a time, on whatever node: it reads everything, on one of the connections
 * that sales are paid over.
 */
@Dependent
class VoucherChecks {

    private static final List<String> QUERIES = List.of(
            // A voucher is in hand where its account holds 1, and nowhere else.
            "SELECT 'voucher ' || v.id, 'it is ' || v.state || ' and its account holds ' || a.balance"
                    + " FROM vouchers.voucher v JOIN ledger.account a ON a.id = v.account_id"
                    + " WHERE a.balance <> CASE v.state WHEN 'IN_HAND' THEN 1 ELSE 0 END",
            // It came once and left once more often than it came back.
            "SELECT 'voucher ' || v.id, 'payments took it ' || count(p.amount) || ' times, it came back '"
                    + " || v.generation || ' times' FROM vouchers.voucher v JOIN ledger.posting p"
                    + " ON p.account_id = v.account_id AND p.amount < 0"
                    + " GROUP BY v.id, v.state, v.generation"
                    + " HAVING count(p.amount) <> v.generation + CASE v.state WHEN 'IN_HAND' THEN 0 ELSE 1 END",
            "SELECT 'voucher ' || voucher_id, count(*) || ' redemptions of it stand' FROM vouchers.redemption"
                    + " WHERE back_journal IS NULL GROUP BY voucher_id HAVING count(*) > 1",
            // No more are used than were given out, and no more given out than there were.
            "SELECT 'campaign ' || c.code, 'its pool stands at ' || a.balance FROM vouchers.campaign c"
                    + " JOIN ledger.account a ON a.id = c.pool_account WHERE a.balance < 0",
            "SELECT 'campaign ' || c.code, count(v.id) || ' of ' || c.total || ' were given out' FROM vouchers.campaign c"
                    + " JOIN vouchers.voucher v ON v.campaign_id = c.id AND v.came <> 'GIFT'"
                    + " AND NOT (v.to_pool AND v.state = 'EXPIRED')"
                    + " WHERE c.total IS NOT NULL AND c.state <> 'ENDED' GROUP BY c.id HAVING count(v.id) > c.total",
            "SELECT 'campaign ' || c.code, r.used || ' redemptions stand, the book has ' || coalesce(p.used, 0)"
                    + " FROM vouchers.campaign c JOIN LATERAL (SELECT count(*) AS used FROM vouchers.redemption"
                    + " WHERE campaign_id = c.id AND back_journal IS NULL) r ON true"
                    + " LEFT JOIN LATERAL (SELECT sum(amount) AS used FROM ledger.posting"
                    + " WHERE account_id = c.used_account) p ON true"
                    + " WHERE c.used_account IS NOT NULL AND r.used <> coalesce(p.used, 0)",
            // Nobody has had more than one may have, and no day gave out more than it may.
            "SELECT 'campaign ' || c.code, 'member ' || v.member_id || ' has had ' || count(*) || ' of '"
                    + " || c.per_person FROM vouchers.campaign c JOIN vouchers.voucher v ON v.campaign_id = c.id"
                    + " WHERE c.per_person IS NOT NULL AND v.member_id IS NOT NULL AND v.came <> 'GIFT'"
                    + " AND (v.came <> 'EVENT' OR c.event IS DISTINCT FROM 'BIRTHDAY')"
                    + " GROUP BY c.id, v.member_id HAVING count(*) > c.per_person",
            // A birthday brings one voucher for each of its years.
            "SELECT 'campaign ' || c.code, 'member ' || v.member_id || ' has had ' || count(*) || ' for birthdays'"
                    + " FROM vouchers.campaign c JOIN vouchers.voucher v ON v.campaign_id = c.id"
                    + " WHERE c.event = 'BIRTHDAY' AND v.came = 'EVENT' AND v.member_id IS NOT NULL"
                    + " GROUP BY c.id, v.member_id HAVING count(*) > (SELECT count(*) FROM vouchers.event_done d"
                    + " WHERE d.campaign_id = c.id AND d.member_id = v.member_id)",
            "SELECT 'campaign ' || c.code, -sum(p.amount) || ' were given out on ' || j.business_day || ', not '"
                    + " || c.per_day FROM vouchers.campaign c JOIN ledger.posting p ON p.account_id = c.pool_account"
                    + " JOIN ledger.journal j ON j.id = p.journal_id WHERE c.per_day IS NOT NULL AND p.amount < 0"
                    + " AND j.kind <> 'voucher-pool-emptied' GROUP BY c.id, j.business_day"
                    + " HAVING -sum(p.amount) > c.per_day",
            // The budget is spent on what was saved and is not undone, and never exceeded.
            "SELECT 'campaign ' || c.code, 'it has saved ' || sum(r.saving - r.freed) || ' of a budget of ' || c.budget"
                    + " FROM vouchers.campaign c JOIN vouchers.redemption r ON r.campaign_id = c.id"
                    + " WHERE c.budget IS NOT NULL AND r.back_journal IS NULL GROUP BY c.id"
                    + " HAVING sum(r.saving - r.freed) > c.budget",
            // What is borne by all who fund a redemption is its saving.
            "SELECT 'voucher ' || r.voucher_id, 'it saved ' || r.saving || ', its funders bear '"
                    + " || coalesce(sum(f.amount), 0) FROM vouchers.redemption r"
                    + " LEFT JOIN vouchers.funding f USING (voucher_id, generation)"
                    + " GROUP BY r.voucher_id, r.generation, r.saving HAVING r.saving <> coalesce(sum(f.amount), 0)",
            // What is undone is undone for all who fund it, and is no more than the saving.
            "SELECT 'voucher ' || r.voucher_id, r.undone || ' of its saving is undone, of its funders'' shares '"
                    + " || coalesce(sum(f.undone), 0) FROM vouchers.redemption r"
                    + " LEFT JOIN vouchers.funding f USING (voucher_id, generation)"
                    + " GROUP BY r.voucher_id, r.generation, r.undone, r.saving"
                    + " HAVING r.undone <> coalesce(sum(f.undone), 0) OR r.undone > r.saving");

    private final Database database;

    @Inject
    VoucherChecks(Database database) {
        this.database = database;
    }

    List<Finding> all() {
        return database.check("vouchers.check", VoucherChecks::findings);
    }

    private static List<Finding> findings(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (String query : QUERIES) {
            findings.addAll(Checking.breaches(connection, "I8", query));
        }
        return findings;
    }
}
