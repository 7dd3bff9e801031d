package org.walletcounter.vouchers.internal.reminders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.vouchers.Reminder;
import org.walletcounter.vouchers.Reminders;

/** The door to what members follow and are reminded of. */
@Stateless
@RolesAllowed("member")
public class RemindersBean implements Reminders {

    @Inject
    Following following;

    @Inject
    ReminderBook book;

    @Override
    public void follow(Actor actor, UUID memberId, UUID campaignId) {
        requireSelf(actor, memberId);
        following.follow(actor, memberId, campaignId);
    }

    @Override
    public void unfollow(Actor actor, UUID memberId, UUID campaignId) {
        requireSelf(actor, memberId);
        following.unfollow(actor, memberId, campaignId);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<Reminder> of(Actor actor, UUID memberId, @Nullable String after, int limit) {
        requireSelf(actor, memberId);
        return book.page(memberId, after, limit);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long unseen(Actor actor, UUID memberId) {
        requireSelf(actor, memberId);
        return book.unseen(memberId);
    }

    @Override
    public void seen(Actor actor, UUID memberId, UUID reminderId) {
        requireSelf(actor, memberId);
        book.seen(memberId, reminderId);
    }

    @Override
    public void allSeen(Actor actor, UUID memberId) {
        requireSelf(actor, memberId);
        book.allSeen(memberId);
    }

    private static void requireSelf(Actor actor, UUID memberId) {
        if (!actor.id().equals("member:" + memberId)) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
    }
}
