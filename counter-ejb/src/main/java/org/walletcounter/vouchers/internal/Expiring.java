package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.GroupCommits;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.Held;
import org.walletcounter.vouchers.internal.book.VoucherJournals;

/**
 * Lets vouchers expire, each with a journal of its own through the group commit: one that is being redeemed at the same
 * moment, or stands at a checkout, is simply refused and looked at again later. Called outside any transaction.
 */
@Dependent
class Expiring {

    private static final int AT_ONCE = 1000;

    private static final Companion.Table LEAVING = new Companion.Table(
            "vouchers.leaving",
            List.of("voucher_id", "generation", "state", "left_at", "journal_id"),
            List.of("uuid", "int4", "text", "timestamptz", "uuid"));

    private static final String DUE = "SELECT * FROM vouchers.voucher WHERE state = 'IN_HAND' AND valid_until <= ?"
            + " ORDER BY valid_until LIMIT " + AT_ONCE;

    private static final String CODES_DUE = "SELECT b.account_id, b.campaign_id FROM vouchers.batch b"
            + " JOIN vouchers.campaign c ON c.id = b.campaign_id WHERE least(c.open_until, c.valid_until) <= ?"
            + " AND b.expired_at IS NULL";

    private final Ledger ledger;
    private final Campaigns campaigns;
    private final VoucherJournals journals;
    private final Database database;

    @Inject
    Expiring(Ledger ledger, Campaigns campaigns, VoucherJournals journals, Database database) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.journals = journals;
        this.database = database;
    }

    /** Lets some expire; says how many. */
    int vouchers() {
        List<Held> due = database.list(DUE, Held::read, journals.clock().instant());
        List<CompletionStage<Outcome>> all = new ArrayList<>();
        for (Held voucher : due) {
            all.add(ledger.submit(expiry(voucher, campaigns.recent(voucher.campaignId()))));
        }
        int expired = 0;
        for (CompletionStage<Outcome> one : all) {
            expired += GroupCommits.await(one) instanceof Outcome.Posted ? 1 : 0;
        }
        return expired;
    }

    private Submission expiry(Held voucher, Campaign campaign) {
        AccountId to = voucher.toPool()
                ? campaign.opened().source()
                : campaign.opened().expired();
        Journal journal = journals.of(
                campaign,
                Actor.system(campaign.merchantId()),
                new VoucherJournals.Entry(
                        voucher.toPool() ? "voucher-went-back" : "voucher-expired",
                        voucher.memberId(),
                        List.of(voucher.leaving()),
                        VoucherJournals.moving(voucher.account(), to, 1),
                        Map.of()));
        Object[] values = {
            voucher.id(), voucher.generation(), "EXPIRED", journal.facts().occurredAt(), journal.id()
        };
        Companion.Row row = new Companion.Row(LEAVING, values);
        return new Submission(journal, null, outcome -> outcome instanceof Outcome.Posted ? List.of(row) : List.of());
    }

    /** Codes that nobody has brought in, after the last day on which they could be; says how many. Joins a transaction. */
    long codes() {
        long expired = 0;
        List<Batch> due = database.list(
                CODES_DUE,
                row -> new Batch(
                        new AccountId(row.getLong("account_id")), campaigns.now(Database.id(row, "campaign_id"))),
                journals.clock().instant());
        for (Batch batch : due) {
            long left = ledger.account(batch.account()).orElseThrow().available();
            if (left > 0) {
                ledger.post(journals.of(
                        batch.campaign(),
                        Actor.system(batch.campaign().merchantId()),
                        new VoucherJournals.Entry(
                                "voucher-codes-expired",
                                null,
                                List.of(),
                                VoucherJournals.moving(
                                        batch.account(),
                                        batch.campaign().opened().expired(),
                                        left),
                                Map.of())));
            }
            database.change(
                    "UPDATE vouchers.batch SET expired_at = ? WHERE account_id = ?",
                    journals.clock().instant(),
                    batch.account().value());
            expired += left;
        }
        return expired;
    }

    private record Batch(AccountId account, Campaign campaign) {}
}
