package org.walletcounter.promotions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Past sales, for trying a draft on them (历史订单). A port: promotions do not know who keeps the sales. Thread-safe; joins the
 * caller's transaction if there is one, and needs none.
 */
public interface PastSales {

    /** How many sales a period has. */
    long count(Period period);

    /**
     * The next sales of a period, by business day, then in the order of recording. Only sales that were paid and not called
     * back, and no fares that gates took; lines at the prices of the catalogue of then, before any reduction, with what a piece
     * costs today where that is known. A sale without lines has one open line of its amount.
     *
     * @param after the last one seen, or null at the beginning
     * @param limit how many at the most; fewer only at the end
     */
    List<PastSale> next(Period period, @Nullable Cursor after, int limit);

    /**
     * Whose sales of which business days.
     *
     * @param until inclusive
     * @param stores empty for all
     */
    record Period(UUID merchantId, String currency, LocalDate from, LocalDate until, List<UUID> stores) {

        /** Keeps a copy. */
        public Period {
            stores = List.copyOf(stores);
        }

        /** In all stores. */
        public Period(UUID merchantId, String currency, LocalDate from, LocalDate until) {
            this(merchantId, currency, from, until, List.of());
        }
    }

    /** A place in the sequence of sales. */
    record Cursor(LocalDate day, UUID id) {}

    /**
     * A sale.
     *
     * @param request as it would be asked for now: nothing of vouchers and points; null when no basket may look like that
     */
    record PastSale(Cursor cursor, @Nullable QuoteRequest request) {}
}
