package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.transactions.PaymentQuery;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.TransactionError;

/** Looks payments up. */
@Dependent
class FindingPayments {

    private static final int LONGEST_PAGE = 200;
    private static final int UUID_LENGTH = 36;

    private final Payments payments;

    @Inject
    FindingPayments(Payments payments) {
        this.payments = payments;
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
                .and("p.businessDay <= :to", "to", query.to())
                .and("p.storeId = :store", "store", query.storeId())
                .and("p.memberId = :member", "member", query.memberId())
                .and("p.state = :state", "state", query.state())
                .and(
                        "exists (select t.line from TenderPart t where t.owner = p.id and t.kind = :tender)",
                        "tender",
                        query.tender())
                .and("p.id < :after", "after", cursor(query.after()));
        text(conditions, query.text());
        List<Payment> found = payments.list(conditions, " order by p.id desc", limit + 1);
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
