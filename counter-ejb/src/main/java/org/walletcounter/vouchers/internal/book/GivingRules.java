package org.walletcounter.vouchers.internal.book;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView;

/** Whether a voucher may be given out or used at a moment, asked in the order of {@link VoucherError}. */
public final class GivingRules {

    private GivingRules() {}

    /** The campaign gives vouchers out now, and in one of these ways. */
    public static void requireGivenOut(Campaign campaign, Set<Way> ways, Instant now) {
        requireLive(campaign, now);
        if (!ways.contains(campaign.form().giving().way())) {
            throw new CounterException(VoucherError.NOT_THIS_WAY);
        }
        if (now.isBefore(campaign.form().giving().from())) {
            throw new CounterException(
                    VoucherError.NOT_OPEN_YET, campaign.form().giving().from().toString());
        }
        requireNotOver(campaign, now);
    }

    /** The campaign is running and gives vouchers out, now or later. */
    public static void requireToBeGivenOut(Campaign campaign, Instant now) {
        requireLive(campaign, now);
        requireNotOver(campaign, now);
    }

    /** Says in which state it is: one whose time is over has ended, whether or not somebody has ended it. */
    private static void requireLive(Campaign campaign, Instant now) {
        if (campaign.state() != CampaignView.State.LIVE) {
            boolean over = !now.isBefore(end(campaign));
            throw new CounterException(VoucherError.NOT_RUNNING, over ? CampaignView.State.ENDED : campaign.state());
        }
    }

    private static void requireNotOver(Campaign campaign, Instant now) {
        if (!now.isBefore(end(campaign))) {
            throw new CounterException(VoucherError.NOT_OPEN_ANY_MORE);
        }
    }

    /** When nothing is given out any more: what could not be used any more is not given out either. */
    public static Instant end(Campaign campaign) {
        Instant closes = campaign.form().giving().until();
        Instant until = campaign.form().validity().until();
        return until != null && until.isBefore(closes) ? until : closes;
    }

    /** The person's next number among those they may have; refuses when that is one too many. */
    public static int nextFor(Campaign campaign, @Nullable UUID memberId, long had) {
        Integer most = campaign.form().quantity().perPerson();
        if (most != null && memberId == null) {
            throw new CounterException(VoucherError.MEMBER_NEEDED);
        }
        if (most != null && had >= most) {
            throw new CounterException(VoucherError.ENOUGH_FOR_ONE, most);
        }
        return (int) had + 1;
    }

    /** The voucher can be used by this person at this moment. */
    public static void requireUsable(Actor actor, Campaign campaign, Held voucher, Instant now) {
        if (!campaign.awake()) {
            throw new CounterException(VoucherError.NOT_RUNNING);
        }
        if (actor.role().equals("member") && !actor.id().equals("member:" + voucher.memberId())) {
            throw new CounterException(VoucherError.NOT_THE_HOLDERS);
        }
        requireInHand(voucher);
        if (now.isBefore(voucher.validFrom())) {
            throw new CounterException(
                    VoucherError.NOT_VALID_YET, voucher.validFrom().toString());
        }
        requireNotExpired(voucher, now);
    }

    /**
     * A checkout may use the voucher for this customer. A member's goes with the member, since staff can read all their ids.
     * One that came with a code goes with whoever has the code too: a till cannot tell whose paper it is.
     *
     * @param memberId the customer, if known
     */
    public static void requireShown(Actor actor, @Nullable UUID memberId, Held voucher) {
        UUID holder = voucher.memberId();
        boolean shown = holder == null
                || voucher.codeHash() != null
                || holder.equals(memberId)
                || actor.id().equals("member:" + holder);
        if (!shown) {
            throw new CounterException(VoucherError.NOT_THE_HOLDERS);
        }
    }

    /** A voucher whose code is shown again is still good for something, now or later, and for nobody but its holder. */
    public static void requireStillGood(Held voucher, @Nullable UUID memberId, Instant now) {
        UUID holder = voucher.memberId();
        if (memberId != null && holder != null && !holder.equals(memberId)) {
            throw new CounterException(VoucherError.NOT_THE_HOLDERS);
        }
        requireInHand(voucher);
        requireNotExpired(voucher, now);
    }

    /** It may be over although nobody has let it expire yet. */
    private static void requireNotExpired(Held voucher, Instant now) {
        if (!now.isBefore(voucher.validUntil())) {
            throw new CounterException(
                    VoucherError.EXPIRED, voucher.validUntil().toString());
        }
    }

    public static void requireInHand(Held voucher) {
        if (voucher.state() != VoucherView.State.IN_HAND) {
            throw new CounterException(
                    switch (voucher.state()) {
                        case WITHDRAWN -> VoucherError.WITHDRAWN;
                        case GIVEN -> VoucherError.GIVEN_AWAY;
                        case EXPIRED -> VoucherError.EXPIRED;
                        case USED, IN_HAND -> VoucherError.ALREADY_USED;
                    },
                    voucher.validUntil().toString());
        }
    }
}
