package org.walletcounter.transactions.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;

/** The conditions of a query on payments, beginning with the actor's scope. Texts are fixed; values are parameters. */
final class Conditions {

    private static final String MEMBER = "member:";

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Conditions() {}

    /** What the actor may see: the merchant's, in the store's bounds; a member only what they paid themselves. */
    static Conditions scope(Actor actor) {
        Conditions scope = new Conditions().and("p.merchantId = :merchant", "merchant", actor.merchantId());
        if (actor.storeId() != null) {
            scope.and("p.storeId = :scope", "scope", actor.storeId());
        }
        if (actor.role().equals("member")) {
            scope.and("p.memberId = :self", "self", UUID.fromString(actor.id().substring(MEMBER.length())));
        }
        return scope;
    }

    /** One more condition, with the value of its parameter; none if there is no value. */
    Conditions and(String text, String parameter, @Nullable Object value) {
        if (value != null) {
            texts.add(text);
            values.put(parameter, value);
        }
        return this;
    }

    TypedQuery<Payment> query(EntityManager entities, String order) {
        TypedQuery<Payment> query = entities.createQuery(
                "select p from Payment p where " + String.join(" and ", texts) + order, Payment.class);
        values.forEach(query::setParameter);
        return query;
    }
}
