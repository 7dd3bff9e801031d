package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.Directory;
import org.walletcounter.transactions.PaymentQuery;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.TransactionError;

/** Looks payments up. */
@Dependent
class FindingPayments {

    private static final int LONGEST_PAGE = 200;
    private static final int UUID_LENGTH = 36;

    /** Ids count from 1970; what is asked for since before that has no first one. */
    private static final LocalDate FIRST_DAY_OF_IDS = LocalDate.EPOCH.plusDays(2);

    private static final String NEWEST_FIRST = " order by p.id desc";

    /**
     * Where a last day is asked for. Ids say nothing about what came after it, so in their order all that was recorded since
     * would be read to get there; in this order the index of days leads there.
     */
    private static final String LATEST_DAY_FIRST = " order by p.businessDay desc, p.id desc";

    private final Payments payments;
    private final Directory directory;

    @Inject
    FindingPayments(Payments payments, Directory directory) {
        this.payments = payments;
        this.directory = directory;
    }

    PaymentView payment(Actor actor, UUID id) {
        return payments.payment(actor, id)
                .map(payments::view)
                .orElseThrow(() -> new CounterException(TransactionError.NO_SUCH_PAYMENT, id));
    }

    Optional<PaymentView> ofSale(Actor actor, String saleNumber) {
        Conditions conditions = Conditions.scope(actor).and("p.saleNumber = :sale", "sale", saleNumber);
        String paidFirst = " order by case when p.state = org.walletcounter.transactions.PaymentState.REFUSED then 1"
                + " else 0 end, p.id desc";
        return payments.list(conditions, paidFirst, 1).stream().findFirst().map(payments::view);
    }

    Page<PaymentView> find(Actor actor, PaymentQuery query) {
        int limit = Math.max(1, Math.min(query.limit(), LONGEST_PAGE));
        Conditions conditions = Conditions.scope(actor)
                .and("p.businessDay >= :from", "from", query.from())
                .and("p.id >= :lowest", "lowest", firstId(actor, query.from()))
                .and("p.businessDay <= :to", "to", query.to())
                .and("p.storeId = :store", "store", query.storeId())
                .and("p.tillId = :till", "till", query.tillId())
                .and("p.memberId = :member", "member", query.memberId())
                .and("p.state = :state", "state", query.state())
                .and(
                        "exists (select t.line from TenderPart t where t.owner = p.id and t.kind = :tender)",
                        "tender",
                        query.tender());
        text(conditions, query.text());
        after(conditions, actor, query);
        String order = query.to() == null ? NEWEST_FIRST : LATEST_DAY_FIRST;
        List<Payment> found = payments.list(conditions, order, limit + 1);
        boolean more = found.size() > limit;
        List<Payment> page = more ? found.subList(0, limit) : found;
        String after = more ? page.get(limit - 1).id().toString() : null;
        return new Page<>(payments.views(page), after);
    }

    Optional<PaymentView> receipt(String token) {
        return ReceiptToken.parse(token)
                .flatMap(parsed -> payments.anyones(parsed.paymentId()).filter(each -> parsed.opens(each.receiptKey())))
                .map(payments::view);
    }

    /**
     * The lowest id that a payment of this day or a later one can have: nothing is recorded before the day before it happens,
     * so older partitions need no look. There is no highest one: taps made offline come weeks after their day, sales of the
     * past years after theirs.
     */
    private @Nullable UUID firstId(Actor actor, @Nullable LocalDate from) {
        if (from == null || from.isBefore(FIRST_DAY_OF_IDS)) {
            return null;
        }
        ZoneId zone = directory.merchant(actor.merchantId()).zone();
        return Ids.floor(from.minusDays(1).atStartOfDay(zone).toInstant());
    }

    /** What follows the last payment of the page before, in the order of the list. */
    private void after(Conditions conditions, Actor actor, PaymentQuery query) {
        UUID last = cursor(query.after());
        if (last == null || query.to() == null) {
            conditions.and("p.id < :after", "after", last);
            return;
        }
        LocalDate day = payments.payment(actor, last)
                .map(Payment::businessDay)
                .orElseThrow(() -> CounterException.at("after", KernelError.BAD_CURSOR));
        conditions.and("p.businessDay <= :lastDay", "lastDay", day);
        conditions.and("(p.businessDay < :lastDay or p.id < :after)", "after", last);
    }

    /** A payment's id, a receipt's token, or the beginning of a sale number. */
    private static void text(Conditions conditions, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        String sought = text.strip();
        Optional<ReceiptToken> token = ReceiptToken.parse(sought);
        if (token.isPresent()) {
            conditions.and("p.id = :id", "id", token.get().paymentId());
            conditions.and("p.receiptKey = :key", "key", token.get().key());
        } else if (sought.length() == UUID_LENGTH && uuid(sought) != null) {
            conditions.and("p.id = :id", "id", uuid(sought));
        } else {
            String pattern = sought.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
            conditions.and("p.saleNumber like :sale escape '!'", "sale", pattern);
        }
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        if (after == null) {
            return null;
        }
        UUID id = uuid(after);
        if (id == null) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
        return id;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
