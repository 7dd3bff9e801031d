package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Posting;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.GivingRules;
import org.walletcounter.vouchers.internal.book.Held;
import org.walletcounter.vouchers.internal.book.HeldVouchers;
import org.walletcounter.vouchers.internal.book.NewVouchers;
import org.walletcounter.vouchers.internal.book.VoucherJournals;

/** Vouchers that leave the hand otherwise than at a till, or come back into it. */
@Dependent
class Leaving {

    private static final String LEAVE =
            "UPDATE vouchers.voucher SET state = ?, left_at = ?, left_journal = ? WHERE id = ? AND state = 'IN_HAND'";
    private static final String USED_THERE = "SELECT saving - freed FROM vouchers.redemption WHERE voucher_id = ?"
            + " AND generation = ? AND journal_id = ? AND back_journal IS NULL";
    private static final String BACK =
            "UPDATE vouchers.redemption SET back_journal = ? WHERE voucher_id = ? AND generation = ?";

    /** By the key, whose first part says who has it; whoever notes it at this moment is waited for. */
    private static final String LOST = "SELECT lost FROM vouchers.event_done WHERE campaign_id = ? AND member_id = ?"
            + " AND voucher_id = ? FOR SHARE";

    private static final String IN_HAND = "UPDATE vouchers.voucher SET state = 'IN_HAND', generation = generation + 1,"
            + " left_at = NULL, left_journal = NULL WHERE id = ?";

    private final Ledger ledger;
    private final HeldVouchers vouchers;
    private final VoucherJournals journals;
    private final Members members;
    private final Event<PrivilegedAct> acts;

    @Inject
    Leaving(
            Ledger ledger,
            HeldVouchers vouchers,
            VoucherJournals journals,
            Members members,
            Event<PrivilegedAct> acts) {
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.journals = journals;
        this.members = members;
        this.acts = acts;
    }

    VoucherView withdraw(Actor actor, UUID id, String reason) {
        Held voucher = vouchers.seen(actor, id);
        Campaign campaign = own(actor, voucher);
        GivingRules.requireInHand(voucher);
        Journal journal = journals.of(
                campaign,
                actor,
                new VoucherJournals.Entry(
                        "voucher-withdrawn",
                        voucher.memberId(),
                        List.of(voucher.leaving()),
                        VoucherJournals.moving(
                                voucher.account(), campaign.opened().withdrawn(), 1),
                        Map.of("reason", reason)));
        post(journal);
        leave(voucher, VoucherView.State.WITHDRAWN, journal);
        acts.fire(new PrivilegedAct(actor, "voucher.withdrawn", "voucher:" + id, reason));
        return vouchers.view(actor, vouchers.seen(actor, id));
    }

    /** Takes what a purchase has brought that was returned since. */
    void withdrawLost(UUID merchantId, UUID id) {
        withdraw(Actor.system(merchantId), id, "The purchase that brought it was returned.");
    }

    VoucherView give(Actor actor, UUID id, UUID friend) {
        Held voucher = vouchers.seen(actor, id);
        Campaign campaign = own(actor, voucher);
        Instant now = journals.clock().instant();
        GivingRules.requireUsable(
                actor, campaign, voucher, now.isBefore(voucher.validFrom()) ? voucher.validFrom() : now);
        UUID giver = voucher.memberId();
        if (!campaign.form().keeping().givable() || giver == null) {
            throw new CounterException(VoucherError.NOT_TO_BE_GIVEN);
        }
        requireBoth(actor, giver, friend);
        UUID newId = Ids.next(journals.clock());
        AccountId account = ledger.open(NewVouchers.account(campaign, newId));
        Held gift = voucher.givenTo(newId, friend, now).on(account);
        Journal journal = journals.of(
                campaign,
                actor,
                new VoucherJournals.Entry(
                        "voucher-given",
                        voucher.memberId(),
                        List.of(voucher.leaving()),
                        VoucherJournals.moving(voucher.account(), account, 1),
                        Map.of()));
        post(journal);
        leave(voucher, VoucherView.State.GIVEN, journal);
        NewVouchers.insert(vouchers.database(), List.of(gift), journal.id());
        return gift.view(campaign, false);
    }

    /** Nothing leaves a frozen wallet, and there must be somebody else to have it. */
    private void requireBoth(Actor actor, UUID giver, UUID friend) {
        if (friend.equals(giver) || members.known(actor, Set.of(friend)).isEmpty()) {
            throw new CounterException(VoucherError.NO_SUCH_MEMBER);
        }
        if (members.member(actor, giver).state() == MemberView.State.FROZEN) {
            throw new CounterException(MemberError.MEMBER_FROZEN);
        }
    }

    /**
     * Brings a voucher back whose payment is called back, if its campaign says so; if the purchase that had brought it was
     * returned meanwhile, only to withdraw it. That is asked before anything is booked: who notes it later finds it in hand.
     */
    VoucherView comeBack(Actor actor, UUID id, UUID payment) {
        Held voucher = vouchers.seen(actor, id);
        Campaign campaign = vouchers.campaigns().now(voucher.campaignId());
        long spent = vouchers.database()
                .first(USED_THERE, row -> row.getLong(1), id, voucher.generation(), payment)
                .orElseThrow(() -> new CounterException(VoucherError.NOT_USED_THERE));
        if (!campaign.form().keeping().comesBack()) {
            return vouchers.view(actor, voucher);
        }
        boolean lost = isLost(voucher);
        Journal journal = journals.of(
                campaign,
                actor,
                new VoucherJournals.Entry(
                        "voucher-came-back",
                        voucher.memberId(),
                        List.of(new Claim(
                                "voucher-back", id + "/" + voucher.generation(), VoucherError.NOT_USED_THERE)),
                        back(campaign, voucher, spent),
                        Map.of("payment", payment.toString())));
        post(new Journal(
                journal.id(), journal.kind(), journal.scope(), journal.facts().reversing(payment), journal.postings()));
        vouchers.database().change(BACK, journal.id(), id, voucher.generation());
        vouchers.database().change(IN_HAND, id);
        if (lost) {
            withdrawLost(campaign.merchantId(), id);
        }
        return vouchers.view(actor, vouchers.seen(actor, id));
    }

    private boolean isLost(Held voucher) {
        return voucher.came() == VoucherView.Came.EVENT
                && vouchers.database()
                        .first(
                                LOST,
                                row -> row.getBoolean("lost"),
                                voucher.campaignId(),
                                voucher.memberId(),
                                voucher.id())
                        .orElse(false);
    }

    /** The voucher, and with it what its use has spent of the budget and returns have not freed. */
    private static List<Posting> back(Campaign campaign, Held voucher, long minor) {
        List<Posting> postings =
                new ArrayList<>(VoucherJournals.moving(campaign.opened().used(), voucher.account(), 1));
        AccountId budget = campaign.opened().budget();
        AccountId spent = campaign.opened().spent();
        if (budget != null && spent != null && minor > 0) {
            postings.addAll(VoucherJournals.moving(spent, budget, minor));
        }
        return postings;
    }

    private Campaign own(Actor actor, Held voucher) {
        Campaign campaign = vouchers.campaigns().now(voucher.campaignId());
        if (!campaign.merchantId().equals(actor.merchantId())) {
            throw new CounterException(VoucherError.NO_SUCH_VOUCHER);
        }
        return campaign;
    }

    private void post(Journal journal) {
        try {
            ledger.post(journal);
        } catch (CounterException refusal) {
            throw refusal.error() == LedgerError.INSUFFICIENT_FUNDS
                    ? new CounterException(VoucherError.AT_ANOTHER_CHECKOUT)
                    : refusal;
        }
    }

    private void leave(Held voucher, VoucherView.State state, Journal journal) {
        int left = vouchers.database().change(LEAVE, state, journal.facts().occurredAt(), journal.id(), voucher.id());
        if (left != 1) {
            throw new CounterException(VoucherError.ALREADY_USED);
        }
    }
}
