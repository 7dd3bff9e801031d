package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Posting;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.Held;
import org.walletcounter.vouchers.internal.book.HeldVouchers;
import org.walletcounter.vouchers.internal.book.Honouring;
import org.walletcounter.vouchers.internal.book.MoneyAccounts;

/**
 * Gives those who fund a voucher back their shares of what a return undoes. The shares of all that is undone so far are
 * reckoned anew each time, so the last return leaves nobody a minor unit off.
 */
@Dependent
class Undoing {

    private static final String USE = "SELECT generation, saving, undone, currency FROM vouchers.redemption"
            + " WHERE voucher_id = ? AND journal_id = ? FOR UPDATE";
    private static final String SHARES =
            "SELECT funder_id, undone FROM vouchers.funding WHERE voucher_id = ? AND generation = ?";
    private static final String NOTE_USE =
            "UPDATE vouchers.redemption SET undone = ? WHERE voucher_id = ? AND generation = ?";
    private static final String NOTE_SHARE =
            "UPDATE vouchers.funding SET undone = ? WHERE voucher_id = ? AND generation = ? AND funder_id = ?";

    private final HeldVouchers vouchers;
    private final Honouring honouring;
    private final MoneyAccounts accounts;

    @Inject
    Undoing(HeldVouchers vouchers, Honouring honouring, MoneyAccounts accounts) {
        this.vouchers = vouchers;
        this.honouring = honouring;
        this.accounts = accounts;
    }

    private record Used(int generation, long saving, long undone) {}

    List<Posting> undo(Actor actor, UUID voucherId, UUID paymentJournal, Money amount) {
        Held voucher = vouchers.seen(actor, voucherId);
        Campaign campaign = vouchers.campaigns().recent(voucher.campaignId());
        Database database = vouchers.database();
        Used used = database.first(
                        USE,
                        row -> new Used(row.getInt("generation"), row.getLong("saving"), row.getLong("undone")),
                        voucherId,
                        paymentJournal)
                .orElseThrow(() -> new CounterException(VoucherError.NOT_USED_THERE));
        long undone = Math.addExact(used.undone(), amount.minor());
        if (undone > used.saving()) {
            throw new CounterException(VoucherError.NOT_USED_THERE);
        }
        Map<UUID, Long> before = new HashMap<>();
        database.list(
                SHARES,
                row -> before.put(Database.id(row, "funder_id"), row.getLong("undone")),
                voucherId,
                used.generation());
        List<Posting> postings = new ArrayList<>();
        Map<UUID, Long> after = shares(undone, honouring.parties(campaign));
        for (Map.Entry<UUID, Long> each : before.entrySet()) {
            long now = after.getOrDefault(each.getKey(), 0L);
            if (now != each.getValue()) {
                postings.add(new Posting(
                        accounts.funding(actor.merchantId(), each.getKey(), campaign, amount.currency()),
                        now - each.getValue()));
                database.change(NOTE_SHARE, now, voucherId, used.generation(), each.getKey());
            }
        }
        database.change(NOTE_USE, undone, voucherId, used.generation());
        return postings;
    }

    private static Map<UUID, Long> shares(long undone, List<Honouring.Party> parties) {
        Map<UUID, Long> shares = new HashMap<>();
        long sign = undone < 0 ? -1 : 1;
        for (Honouring.Share share : Honouring.split(Math.abs(undone), parties)) {
            shares.put(share.merchantId(), sign * share.amount());
        }
        return shares;
    }
}
