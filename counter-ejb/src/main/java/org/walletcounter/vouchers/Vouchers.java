package org.walletcounter.vouchers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.Posting;
import org.walletcounter.promotions.VoucherOffer;

/**
 * The door to vouchers (电子消费券), for customers, tills and checkouts. Refuses with {@link VoucherError}. Commands join the
 * caller's transaction unless they say otherwise. Thread-safe.
 */
public interface Vouchers {

    /** What a customer can take now. */
    List<Available> available(Actor actor, UUID memberId);

    /** What a customer will be able to take once it opens, the next first. */
    List<Available> coming(Actor actor, UUID memberId);

    /** What staff can grant a member now: campaigns of the house whose vouchers come by grants. */
    List<Available> grantable(Actor actor, UUID memberId);

    /** Whether a campaign is running or paused here that the house runs or honours: whether there is anything to show at all. */
    boolean running(Actor actor);

    /**
     * Takes one for a member. Runs in transactions of its own, many takings in one; answers when it is durable. Once a
     * campaign has none left, asking costs the database nothing.
     *
     * @throws org.walletcounter.kernel.CounterException {@link VoucherError} from NO_SUCH_CAMPAIGN and NOT_RUNNING on;
     *     {@link org.walletcounter.kernel.KernelError#COMMAND_IN_FLIGHT} if the key has taken one already: its answer stands
     *     under the key
     */
    VoucherView take(Actor actor, Taking taking);

    /**
     * The voucher of a code: a unique one that nobody has brought in yet becomes a voucher now, the code that everybody may
     * use gives one out, for this member if one is named. A unique one that is shown again is the same voucher, and this
     * member's from now on if it was nobody's; refuses one that is used, over, or another member's.
     *
     * @param memberId whose it shall be; null: it stays with whoever has the code
     */
    VoucherView byCode(Actor actor, String code, @Nullable UUID memberId);

    /** Grants one to each. Who cannot have one is named with the reason; the others get theirs. */
    Granted grant(Actor actor, UUID campaignId, List<UUID> memberIds);

    /** A member's vouchers, those that expire first first; {@code all}: also what is used and over, newest first. */
    List<VoucherView> of(Actor actor, UUID memberId, boolean all);

    /**
     * What can be used here now, ready to be priced: a member's vouchers that are valid and not at another checkout, and others
     * that were shown: codes, and vouchers that nobody holds.
     *
     * @throws org.walletcounter.kernel.CounterException {@link VoucherError#NOT_THE_HOLDERS} if one that is shown is another
     *     member's, and did not come with a code
     */
    List<VoucherOffer> offers(Actor actor, @Nullable UUID memberId, List<UUID> shown);

    /** What is left of the budgets of these campaigns, in minor units; those without a budget are left out. */
    Map<UUID, Long> budgetsLeft(Collection<UUID> campaignIds);

    /** A voucher. */
    VoucherView voucher(Actor actor, UUID voucherId);

    /** Where a voucher came from and where it went, oldest first, a friend's gift with what was before. */
    List<Step> story(Actor actor, UUID voucherId);

    /**
     * Sets vouchers aside for a checkout, all or none, for as long as the house's rule says.
     *
     * @param memberId whose checkout it is, if known: without its holder only what came with a code is set aside
     * @throws org.walletcounter.kernel.CounterException {@link VoucherError} from NO_SUCH_VOUCHER on
     */
    List<HoldOnVoucher> hold(Actor actor, @Nullable UUID memberId, List<Use> uses, String reason);

    /** Gives vouchers that were set aside free again. */
    void release(Actor actor, List<UUID> holds);

    /**
     * What the payment's journal must hold to redeem these vouchers, checked as far as can be checked before. Moves
     * nothing; the ledger decides with the journal.
     */
    Redemption redeem(Actor actor, Checkout checkout);

    /**
     * What a refund's journal must hold where so much of a voucher's saving is undone: those who fund it get their shares back,
     * and the campaign's budget too. Sums to what the funders get. Noted for the clearing in the caller's transaction.
     *
     * @param amount below zero where kept goods, priced anew, get more of it than before
     * @throws org.walletcounter.kernel.CounterException {@link VoucherError#NOT_USED_THERE}
     */
    List<Posting> undo(Actor actor, UUID voucherId, UUID paymentJournal, Money amount);

    /**
     * Gives a voucher back whose payment is being called back as a whole, if its campaign says so; else it stays used. One whose
     * own purchase, which had brought it, was returned meanwhile is withdrawn at once.
     */
    VoucherView comeBack(Actor actor, UUID voucherId, UUID paymentJournal);

    /** Takes a voucher out of somebody's hand. A privileged act. */
    VoucherView withdraw(Actor actor, UUID voucherId, String reason);

    /** Gives a voucher to another member; gives the one that the friend has now. */
    VoucherView give(Actor actor, UUID voucherId, UUID friendId);

    /**
     * Holds the vouchers of all merchants against the ledger and against what is promised (I8). Empty: all is well. Refuses
     * with {@link org.walletcounter.ledger.LedgerError#CHECK_RUNNING} while another one runs.
     */
    List<Finding> check();
}
