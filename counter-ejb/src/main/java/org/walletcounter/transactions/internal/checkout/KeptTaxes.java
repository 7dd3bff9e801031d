package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.ledger.Companion;
import org.walletcounter.transactions.SaleTax;

/** What is kept of the tax of sales and refunds. */
@Dependent
public class KeptTaxes {

    private static final Companion.Table SALE_TAX = new Companion.Table(
            "transactions.sale_tax",
            List.of("payment_id", "code", "name_en", "name_zh", "basis_points", "base", "tax"),
            List.of("uuid", "text", "text", "text", "int4", "int8", "int8"));

    private static final String COLUMNS = "code, name_en, name_zh, basis_points, ";

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    KeptTaxes() {}

    /** The rows to keep with a payment. */
    static List<Companion.Row> rows(UUID payment, List<SaleTax> taxes) {
        return taxes.stream()
                .map(each -> new Companion.Row(SALE_TAX, new Object[] {
                    payment, each.code(), each.nameEn(), each.nameZh(), each.basisPoints(), each.base(), each.tax()
                }))
                .toList();
    }

    /** The tax of payments. */
    public Map<UUID, List<SaleTax>> ofPayments(Collection<UUID> payments) {
        return query(
                "SELECT payment_id, " + COLUMNS + "base, tax FROM transactions.sale_tax WHERE payment_id IN (?1)"
                        + " ORDER BY payment_id, basis_points DESC, code",
                payments);
    }

    /** The tax of refunds. */
    public Map<UUID, List<SaleTax>> ofRefunds(Collection<UUID> refunds) {
        return query(
                "SELECT refund_id, " + COLUMNS + "base, tax FROM transactions.refund_tax WHERE refund_id IN (?1)"
                        + " ORDER BY refund_id, basis_points DESC, code",
                refunds);
    }

    /** What of a payment's tax went back so far, by rate. */
    public List<SaleTax> back(UUID payment) {
        return query(
                        "SELECT r.payment_id, " + COLUMNS + "sum(base)::bigint, sum(tax)::bigint"
                                + " FROM transactions.refund r JOIN transactions.refund_tax t ON t.refund_id = r.id"
                                + " WHERE r.payment_id IN (?1) GROUP BY r.payment_id, code, name_en, name_zh, basis_points",
                        List.of(payment))
                .getOrDefault(payment, List.of());
    }

    /** Keeps the tax of a refund, in the caller's transaction. */
    public void keep(UUID refund, List<SaleTax> taxes) {
        for (SaleTax each : taxes) {
            entities.createNativeQuery("INSERT INTO transactions.refund_tax (refund_id, " + COLUMNS
                            + "base, tax) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                    .setParameter(1, refund)
                    .setParameter(2, each.code())
                    .setParameter(3, each.nameEn())
                    .setParameter(4, each.nameZh())
                    .setParameter(5, each.basisPoints())
                    .setParameter(6, each.base())
                    .setParameter(7, each.tax())
                    .executeUpdate();
        }
    }

    @SuppressWarnings("unchecked") // the provider's own type of a row
    private Map<UUID, List<SaleTax>> query(String sql, Collection<UUID> ids) {
        Map<UUID, List<SaleTax>> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        List<Object[]> rows =
                entities.createNativeQuery(sql).setParameter(1, ids).getResultList();
        for (Object[] row : rows) {
            found.computeIfAbsent((UUID) row[0], id -> new ArrayList<>()).add(tax(row));
        }
        return found;
    }

    private static SaleTax tax(Object[] row) {
        return new SaleTax(
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue());
    }
}
