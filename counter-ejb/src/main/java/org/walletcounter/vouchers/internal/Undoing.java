package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Posting;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.HeldVouchers;
import org.walletcounter.vouchers.internal.book.Honouring;
import org.walletcounter.vouchers.internal.book.MoneyAccounts;
import org.walletcounter.vouchers.internal.book.VoucherJournals;

/**
 * Gives those who fund a voucher back their shares of what a return undoes. Shared is what is new, among those whose shares
 * were noted with the use, by what each still has to get back: so all of it is shared, to the last minor unit, nobody gets
 * more than was borne, and the last return leaves nobody a minor unit off. The campaign's budget gets back the same. The
 * clearing takes it off on the day of the return, for the day of the use may be settled between the houses already.
 */
@Dependent
class Undoing {

    private static final String USE = "SELECT generation, saving, undone, freed FROM vouchers.redemption"
            + " WHERE voucher_id = ? AND journal_id = ? FOR UPDATE";
    private static final String SHARES = "SELECT funder_id, amount, undone FROM vouchers.funding"
            + " WHERE voucher_id = ? AND generation = ? ORDER BY funder_id";
    private static final String NOTE_USE =
            "UPDATE vouchers.redemption SET undone = ?, freed = ? WHERE voucher_id = ? AND generation = ?";
    private static final String NOTE_SHARE = "WITH share AS (UPDATE vouchers.funding SET undone = undone + ?"
            + " WHERE voucher_id = ? AND generation = ? AND funder_id = ? RETURNING *) INSERT INTO vouchers.undoing"
            + " (voucher_id, generation, funder_id, honourer_id, amount, currency, business_day)"
            + " SELECT voucher_id, generation, funder_id, honourer_id, ?, currency, ? FROM share";

    private final HeldVouchers vouchers;
    private final MoneyAccounts accounts;
    private final Merchants merchants;
    private final Clock clock;

    @Inject
    Undoing(HeldVouchers vouchers, MoneyAccounts accounts, Merchants merchants, Clock clock) {
        this.vouchers = vouchers;
        this.accounts = accounts;
        this.merchants = merchants;
        this.clock = clock;
    }

    /**
     * A use of a voucher.
     *
     * @param freed the most that was undone: so much of the saving is back in the budget. What kept goods get again is not taken
     *     out, for others may have used it; nor does it come a second time
     */
    private record Used(int generation, long saving, long undone, long freed) {}

    /**
     * One that funds a use.
     *
     * @param amount what it bears of the saving
     * @param undone how much of that is undone; below zero where kept goods, priced anew, get more than was saved
     */
    record Funder(UUID merchantId, long amount, long undone) {}

    List<Posting> undo(Actor actor, UUID voucherId, UUID paymentJournal, Money amount) {
        Campaign campaign =
                vouchers.campaigns().recent(vouchers.seen(actor, voucherId).campaignId());
        Database database = vouchers.database();
        Used used = used(voucherId, paymentJournal);
        long undone = Math.addExact(used.undone(), amount.minor());
        if (undone > used.saving()) {
            throw new CounterException(VoucherError.NOT_USED_THERE);
        }
        List<Funder> funders = funders(voucherId, used.generation());
        long[] changes = changes(funders, undone);
        LocalDate today = merchants.businessDay(actor.merchantId(), clock.instant());
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            if (changes[i] != 0) {
                UUID funder = funders.get(i).merchantId();
                AccountId account = accounts.funding(actor.merchantId(), funder, campaign, amount.currency());
                postings.add(new Posting(account, changes[i]));
                database.change(NOTE_SHARE, changes[i], voucherId, used.generation(), funder, changes[i], today);
            }
        }
        long freed = Math.max(used.freed(), undone);
        postings.addAll(toBudget(campaign, freed - used.freed()));
        database.change(NOTE_USE, undone, freed, voucherId, used.generation());
        return postings;
    }

    private static List<Posting> toBudget(Campaign campaign, long minor) {
        AccountId budget = campaign.opened().budget();
        AccountId spent = campaign.opened().spent();
        return budget == null || spent == null || minor == 0 ? List.of() : VoucherJournals.moving(spent, budget, minor);
    }

    private Used used(UUID voucherId, UUID paymentJournal) {
        return vouchers.database()
                .first(
                        USE,
                        row -> new Used(
                                row.getInt("generation"),
                                row.getLong("saving"),
                                row.getLong("undone"),
                                row.getLong("freed")),
                        voucherId,
                        paymentJournal)
                .orElseThrow(() -> new CounterException(VoucherError.NOT_USED_THERE));
    }

    private List<Funder> funders(UUID voucherId, int generation) {
        return vouchers.database()
                .list(
                        SHARES,
                        row -> new Funder(Database.id(row, "funder_id"), row.getLong("amount"), row.getLong("undone")),
                        voucherId,
                        generation);
    }

    /**
     * By how much each one's undone part changes, so that together so much is undone; nobody's moves against the others'. Where
     * less is undone than before, it falls first on those who had some back, by that; what goes beyond the saving falls on all,
     * by what they bear.
     */
    static long[] changes(List<Funder> funders, long undone) {
        long by = undone - funders.stream().mapToLong(Funder::undone).sum();
        if (by >= 0) {
            return Honouring.divide(by, weights(funders, each -> each.amount() - each.undone()));
        }
        long[] back = weights(funders, Funder::undone);
        long again = Math.min(-by, LongStream.of(back).sum());
        long[] parts = Honouring.divide(again, back);
        long[] beyond = Honouring.divide(-by - again, weights(funders, Funder::amount));
        long[] changes = new long[parts.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = -parts[i] - beyond[i];
        }
        return changes;
    }

    private static long[] weights(List<Funder> funders, ToLongFunction<Funder> of) {
        return funders.stream()
                .mapToLong(each -> Math.max(0, of.applyAsLong(each)))
                .toArray();
    }
}
