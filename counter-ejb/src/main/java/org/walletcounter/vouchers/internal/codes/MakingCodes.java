package org.walletcounter.vouchers.internal.codes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.CodeBatch;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.VoucherJournals;
import org.walletcounter.vouchers.internal.book.VouchersLog;

/**
 * Makes unique codes by the million. A code is drawn from the installation's key, the batch and a serial number; what is
 * kept is its keyed hash, sorted, so that the index grows at its end. One journal takes the whole batch out of the pool.
 */
@Dependent
public class MakingCodes {

    private static final int MOST = 1_000_000;
    private static final int AT_ONCE = 50_000;
    private static final int LONGEST_LABEL = 80;

    private static final String KEEP = "INSERT INTO vouchers.code (hash, batch_id, serial)"
            + " SELECT t.hash, ?, t.serial FROM unnest(?::uuid[], ?::int8[]) AS t (hash, serial)";
    private static final String BATCH = "INSERT INTO vouchers.batch (id, campaign_id, label, size, account_id, made_by,"
            + " made_at) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String BATCHES =
            "SELECT b.* FROM vouchers.batch b JOIN vouchers.campaign c ON c.id = b.campaign_id WHERE c.merchant_id = ?";

    private final Ledger ledger;
    private final Campaigns campaigns;
    private final VoucherJournals journals;
    private final CodeKeys keys;
    private final Database database;

    @Inject
    public MakingCodes(Ledger ledger, Campaigns campaigns, VoucherJournals journals, CodeKeys keys, Database database) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.journals = journals;
        this.keys = keys;
        this.database = database;
    }

    public CodeBatch make(Actor actor, UUID campaignId, String label, int count) {
        Campaign campaign = campaigns.now(campaignId);
        require(actor, campaign, label, count);
        long begun = journals.clock().millis();
        UUID batch = Ids.next(journals.clock());
        AccountId account = ledger.open(
                AccountTerms.constrained(campaign.merchantId(), "voucher-codes", campaign.unit(), "batch:" + batch));
        Journal journal = journals.of(
                campaign,
                actor,
                new VoucherJournals.Entry(
                        "voucher-codes-made",
                        null,
                        List.of(),
                        VoucherJournals.moving(campaign.opened().source(), account, count),
                        Map.of("label", label)));
        VoucherJournals.postFromPool(ledger, journal);
        database.change(
                BATCH,
                batch,
                campaignId,
                label,
                count,
                account.value(),
                actor.id(),
                journal.facts().occurredAt());
        keep(batch, count);
        VouchersLog.LOG.codesMade(
                count, campaign.form().code(), journals.clock().millis() - begun);
        return new CodeBatch(
                batch,
                campaignId,
                label,
                count,
                count,
                actor.id(),
                journal.facts().occurredAt());
    }

    private static void require(Actor actor, Campaign campaign, String label, int count) {
        if (!campaign.merchantId().equals(actor.merchantId())) {
            throw new CounterException(VoucherError.NO_SUCH_CAMPAIGN);
        }
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw CounterException.at("label", KernelError.FIELD_INVALID, "1–" + LONGEST_LABEL);
        }
        if (count < 1 || count > MOST) {
            throw CounterException.at("count", VoucherError.QUANTITY_INVALID, 1, MOST);
        }
        if (campaign.state() != CampaignView.State.LIVE) {
            throw new CounterException(VoucherError.NOT_RUNNING);
        }
        if (campaign.form().giving().way() != Way.CODE) {
            throw new CounterException(VoucherError.NOT_THIS_WAY);
        }
    }

    private void keep(UUID batch, int count) {
        CodeKeys.Making making = keys.making(batch);
        CodeKeys.Hashing hashing = keys.hashing();
        Hashed[] all = new Hashed[count];
        for (int serial = 0; serial < count; serial++) {
            all[serial] = new Hashed(hashing.of(making.code(serial).text()), serial);
        }
        Arrays.parallelSort(all);
        for (int from = 0; from < count; from += AT_ONCE) {
            List<UUID> hashes = new ArrayList<>(AT_ONCE);
            List<Long> serials = new ArrayList<>(AT_ONCE);
            for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
                hashes.add(all[i].hash());
                serials.add((long) all[i].serial());
            }
            database.change(KEEP, batch, hashes, serials);
        }
    }

    /** A code's place, in the order PostgreSQL keeps: byte by byte, without signs. */
    private record Hashed(UUID hash, int serial) implements Comparable<Hashed> {

        @Override
        public int compareTo(Hashed other) {
            int high = Long.compareUnsigned(hash.getMostSignificantBits(), other.hash.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(hash.getLeastSignificantBits(), other.hash.getLeastSignificantBits());
        }
    }

    /** Gives the codes of a batch again. */
    public void codes(Actor actor, UUID batchId, Consumer<String> to) {
        int size = database.first(BATCHES + " AND b.id = ?", row -> row.getInt("size"), actor.merchantId(), batchId)
                .orElseThrow(() -> new CounterException(VoucherError.NO_SUCH_CAMPAIGN));
        CodeKeys.Making making = keys.making(batchId);
        for (int serial = 0; serial < size; serial++) {
            to.accept(making.code(serial).printed());
        }
    }

    public List<CodeBatch> batches(Actor actor, UUID campaignId) {
        campaigns.seenBy(actor.merchantId(), campaignId);
        return database.list(
                BATCHES + " AND b.campaign_id = ? ORDER BY b.id DESC",
                row -> new CodeBatch(
                        Database.id(row, "id"),
                        Database.id(row, "campaign_id"),
                        row.getString("label"),
                        row.getInt("size"),
                        ledger.account(new AccountId(row.getLong("account_id")))
                                .orElseThrow()
                                .balance(),
                        row.getString("made_by"),
                        Database.requiredMoment(row, "made_at")),
                actor.merchantId(),
                campaignId);
    }
}
