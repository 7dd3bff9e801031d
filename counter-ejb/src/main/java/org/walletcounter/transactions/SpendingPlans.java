package org.walletcounter.transactions;

import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;

/**
 * The door to members' own spending plans (专属消费计划). A plan is reckoned when it is asked for, from what the member bought
 * and what the merchant offers just then; only the limit that a member sets is kept. A plan is advice: it stops no payment.
 * Members see their own, staff those of their merchant's members, of all its stores. Thread-safe.
 */
public interface SpendingPlans {

    /**
     * A member's plan of the merchant's current month. Prices some twenty vouchers on the member's usual purchase, so it takes
     * some milliseconds.
     *
     * @throws CounterException {@link org.walletcounter.members.MemberError#NO_SUCH_MEMBER}
     */
    SpendingPlan plan(Actor actor, UUID memberId);

    /**
     * Sets what the member wants to spend in a month at the most; it holds for each month until it is changed or removed.
     *
     * @throws CounterException {@link TransactionError#CURRENCY_MISMATCH}, {@link TransactionError#SPENDING_LIMIT_INVALID}
     */
    void limit(Actor actor, UUID memberId, Money limit);

    /** Takes the member's limit away, if there is one. */
    void removeLimit(Actor actor, UUID memberId);
}
