package org.walletcounter.imports.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Asks the database about one run of one merchant. */
final class Queries {

    private final EntityManager entities;
    private final UUID run;
    private final UUID merchant;

    Queries(EntityManager entities, UUID run, UUID merchant) {
        this.entities = entities;
        this.run = run;
        this.merchant = merchant;
    }

    /** The rows of a statement that may name {@code :run} and {@code :merchant}. */
    @SuppressWarnings("unchecked")
    List<Object[]> rows(String sql) {
        return bound(sql).getResultList();
    }

    /** The one number a statement gives. */
    long number(String sql) {
        return whole(bound(sql).getSingleResult());
    }

    /** The one number a statement gives that also names {@code :text}. */
    long number(String sql, String text) {
        return whole(bound(sql).setParameter("text", text).getSingleResult());
    }

    static long whole(Object number) {
        return ((Number) number).longValue();
    }

    static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    /** A decimal number as people write it, without needless zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private Query bound(String sql) {
        Query query = entities.createNativeQuery(sql);
        if (sql.contains(":run")) {
            query.setParameter("run", run);
        }
        if (sql.contains(":merchant")) {
            query.setParameter("merchant", merchant);
        }
        return query;
    }
}
