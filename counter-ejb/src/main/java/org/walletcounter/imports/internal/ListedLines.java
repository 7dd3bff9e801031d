package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ListedLine;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;

/** The lines that were not booked as they stand, page by page in the file's order. */
@Dependent
class ListedLines {

    private static final int LONGEST_PAGE = 500;

    @PersistenceContext(unitName = "counter")
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    ListedLines() {}

    @Transactional
    @SuppressWarnings("unchecked")
    Page<ListedLine> page(UUID run, @Nullable String reason, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
        List<Object[]> rows = entities.createNativeQuery(
                        "SELECT line, invoice, sku, reason, quantity * price FROM imports.listed_line"
                                + " WHERE run_id = :run AND line > :after"
                                + " AND (:reason = '' OR reason = :reason) ORDER BY line")
                .setParameter("run", run)
                .setParameter("after", lineOf(after))
                .setParameter("reason", reason == null ? "" : reason)
                .setMaxResults(most + 1)
                .getResultList();
        List<ListedLine> lines = new ArrayList<>();
        for (Object[] row : rows.subList(0, Math.min(most, rows.size()))) {
            lines.add(new ListedLine(
                    Queries.whole(row[0]), (String) row[1], (String) row[2], (String) row[3], Queries.plain((BigDecimal)
                            row[4])));
        }
        boolean more = rows.size() > most;
        return new Page<>(
                lines, more ? Long.toString(lines.get(lines.size() - 1).line()) : null);
    }

    private static int lineOf(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(after);
        } catch (NumberFormatException notOurs) {
            throw new CounterException(KernelError.BAD_CURSOR);
        }
    }
}
