package org.walletcounter.transactions.internal.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.Money;

/** What members want to spend in a month at the most. Joins the caller's transaction. */
@Dependent
class SpendingLimits {

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    SpendingLimits() {}

    Optional<Money> of(UUID memberId, String currency) {
        List<?> amounts = entities.createNativeQuery(
                        "SELECT amount FROM transactions.spending_limit WHERE member_id = ?1 AND currency = ?2")
                .setParameter(1, memberId)
                .setParameter(2, currency)
                .getResultList();
        return amounts.stream().findFirst().map(amount -> Money.of(((Number) amount).longValue(), currency));
    }

    void set(UUID merchantId, UUID memberId, Money limit) {
        entities.createNativeQuery("INSERT INTO transactions.spending_limit (member_id, merchant_id, amount, currency)"
                        + " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (member_id)"
                        + " DO UPDATE SET amount = excluded.amount, currency = excluded.currency, set_at = now()")
                .setParameter(1, memberId)
                .setParameter(2, merchantId)
                .setParameter(3, limit.minor())
                .setParameter(4, limit.currency())
                .executeUpdate();
    }

    void remove(UUID memberId) {
        entities.createNativeQuery("DELETE FROM transactions.spending_limit WHERE member_id = ?1")
                .setParameter(1, memberId)
                .executeUpdate();
    }
}
