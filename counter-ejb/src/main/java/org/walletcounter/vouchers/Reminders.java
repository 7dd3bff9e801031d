package org.walletcounter.vouchers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;

/**
 * The door to what members follow and are reminded of (关注与提醒), for the members themselves. Who follows a campaign is
 * reminded at most once that it has opened, that few are left, and that it ends; nobody who has had as many as one may
 * have, and of no campaign that is paused, has none left or is over. Holders are reminded of vouchers that expire soon
 * without asking. Refuses with {@link VoucherError}; commands join the caller's transaction. Thread-safe.
 *
 * <p>Each reminder is a message of the topic {@link #TOPIC} in the outbox as well, or of {@link #EXPIRING} for a voucher
 * in hand, in the same transaction: "merchantId", "memberId", "campaignId", "nameEn", "nameZh", and "kind" and "until",
 * or "voucherId" and "validUntil".
 */
public interface Reminders {

    /** The topic of what is said of a campaign that is followed. */
    String TOPIC = "voucher.reminder";

    /** The topic of what is said of a voucher in hand. */
    String EXPIRING = "voucher.expiring";

    /**
     * Follows a campaign whose vouchers members take, from when it is live, opened or not, until it is over. Done twice it is
     * the same.
     *
     * @throws org.walletcounter.kernel.CounterException in this order {@link VoucherError#NO_SUCH_CAMPAIGN}, NOT_RUNNING,
     *     NOT_OPEN_ANY_MORE, ENOUGH_FOR_ONE, TOO_MANY_FOLLOWED
     */
    void follow(Actor actor, UUID memberId, UUID campaignId);

    /**
     * Follows it no more; nothing happens if the member does not.
     *
     * @throws org.walletcounter.kernel.CounterException {@link VoucherError#NO_SUCH_CAMPAIGN}
     */
    void unfollow(Actor actor, UUID memberId, UUID campaignId);

    /** What a member was reminded of in the last thirty days, newest first. */
    Page<Reminder> of(Actor actor, UUID memberId, @Nullable String after, int limit);

    /** How many of them the member has not seen. */
    long unseen(Actor actor, UUID memberId);

    /**
     * The member has seen one; it does not go out as a text message any more.
     *
     * @throws org.walletcounter.kernel.CounterException {@link VoucherError#NO_SUCH_REMINDER}
     */
    void seen(Actor actor, UUID memberId, UUID reminderId);

    /** The member has seen all. */
    void allSeen(Actor actor, UUID memberId);
}
