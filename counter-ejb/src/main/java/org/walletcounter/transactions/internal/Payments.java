package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.RefundView;
import org.walletcounter.transactions.Returned;
import org.walletcounter.transactions.SalePricing;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.internal.checkout.Back;
import org.walletcounter.transactions.internal.checkout.KeptPricing;
import org.walletcounter.transactions.internal.checkout.KeptTaxes;

/** The queries on payments and refunds, each within the actor's merchant and store. */
@Dependent
class Payments {

    private static final String REFUND_TENDERS =
            "select t from RefundPart t where t.owner in (:ids) order by t.owner, t.line";

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    private final KeptPricing pricing;
    private final KeptTaxes kept;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Payments(KeptPricing pricing, KeptTaxes kept) {
        this.pricing = pricing;
        this.kept = kept;
    }

    /** A payment the actor may see. */
    Optional<Payment> payment(Actor actor, UUID id) {
        return select(actor, id, LockModeType.NONE);
    }

    /** A payment the actor may see, locked until the transaction ends, as it stands then. */
    Optional<Payment> locked(Actor actor, UUID id) {
        return select(actor, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Payment> select(Actor actor, UUID id, LockModeType lock) {
        Conditions conditions = Conditions.scope(actor).and("p.id = :id", "id", id);
        return conditions
                .query(entities, "")
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** The payments that paid these sales, locked in the order of their ids. */
    List<Payment> lockedPaid(Actor actor, Collection<String> saleNumbers) {
        if (saleNumbers.isEmpty()) {
            return List.of();
        }
        return Conditions.scope(actor)
                .and("p.saleNumber in (:sales)", "sales", saleNumbers)
                .and("p.state = :state", "state", PaymentState.SUCCEEDED)
                .query(entities, " order by p.id")
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** A payment, whoever asks: only for who has its receipt's token. */
    Optional<Payment> anyones(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id));
    }

    /** Payments that meet the conditions, in an order, at most so many. */
    List<Payment> list(Conditions conditions, String order, int limit) {
        return conditions.query(entities, order).setMaxResults(limit).getResultList();
    }

    List<TenderPart> tenders(UUID paymentId) {
        return tenders(List.of(paymentId));
    }

    PaymentView view(Payment payment) {
        return views(List.of(payment)).get(0);
    }

    /** The payments with their tenders, lines and refunds; a handful of queries, however many payments. */
    List<PaymentView> views(List<Payment> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> currencies = payments.stream().collect(Collectors.toMap(Payment::id, Payment::currency));
        Map<UUID, List<Tender>> tenders = grouped(
                tenders(currencies.keySet()),
                TenderPart::owner,
                part -> part.view(currencies.getOrDefault(part.owner(), "")));
        Map<UUID, List<PricedLine>> lines = grouped(lines(currencies.keySet()), SoldLine::owner, SoldLine::view);
        Map<UUID, List<RefundView>> refunds = refunds(currencies.keySet());
        Map<UUID, List<SaleTax>> taxes = kept.ofPayments(currencies.keySet());
        Map<UUID, List<Returned>> returned = refunds.isEmpty() ? Map.of() : returned(refunds.keySet());
        Map<UUID, SalePricing> prices = pricing.shown(currencies.keySet());
        return payments.stream()
                .map(each -> each.view(
                        tenders.getOrDefault(each.id(), List.of()),
                        lines.getOrDefault(each.id(), List.of()),
                        prices.get(each.id()),
                        taxes.getOrDefault(each.id(), List.of()),
                        new Payment.CameBack(
                                refunds.getOrDefault(each.id(), List.of()),
                                returned.getOrDefault(each.id(), List.of()))))
                .toList();
    }

    void add(Refund refund, List<Splitting.Share> shares) {
        entities.persist(refund);
        int line = 0;
        for (Splitting.Share share : shares) {
            entities.persist(new RefundPart(refund.id(), ++line, share));
        }
    }

    void add(Refund refund, Splitting.Share share, List<PricedLine> returned) {
        add(refund, List.of(share));
        int line = 0;
        for (PricedLine each : returned) {
            entities.persist(new ReturnedLine(refund.id(), ++line, each, null));
        }
    }

    /** The goods of a payment that come back with a refund; each knows its line of the sale. */
    void add(Refund refund, List<Splitting.Share> shares, Back back) {
        add(refund, shares);
        int line = 0;
        for (PricedLine each : back.lines()) {
            entities.persist(new ReturnedLine(refund.id(), ++line, each, each.line()));
        }
        RefundPlan plan = back.plan();
        int reversal = 0;
        for (RefundPlan.Reversal each : plan == null ? List.<RefundPlan.Reversal>of() : plan.reversals()) {
            entities.persist(new Reversed(refund.id(), ++reversal, each));
        }
    }

    /** What came back of a payment so far: pieces by line of the sale. */
    Map<Integer, Integer> piecesBack(UUID paymentId) {
        return returned(List.of(paymentId)).getOrDefault(paymentId, List.of()).stream()
                .collect(Collectors.toMap(Returned::line, Returned::quantity));
    }

    private Map<UUID, List<Returned>> returned(Collection<UUID> payments) {
        return entities.createQuery(
                        "select r.paymentId, l.saleLine, sum(l.quantity) from ReturnedLine l, Refund r"
                                + " where r.paymentId in (:payments) and l.owner = r.id and l.saleLine is not null"
                                + " group by r.paymentId, l.saleLine order by l.saleLine",
                        Object[].class)
                .setParameter("payments", payments)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(
                                row -> new Returned((Integer) row[1], ((Number) row[2]).intValue()),
                                Collectors.toList())));
    }

    /** Whether anything came back: goods that cost nothing leave no other trace on the payment. */
    boolean hasRefunds(UUID paymentId) {
        return entities.createQuery("select count(r) from Refund r where r.paymentId = :payment", Long.class)
                        .setParameter("payment", paymentId)
                        .getSingleResult()
                > 0;
    }

    /** The journals of what came back of a payment so far, in their order; where only goods came back there is none. */
    List<UUID> refundJournals(UUID paymentId) {
        return entities.createQuery(
                        "select r.journalId from Refund r where r.paymentId = :payment and r.journalId is not null"
                                + " order by r.id",
                        UUID.class)
                .setParameter("payment", paymentId)
                .getResultList();
    }

    /** How much of a payment came back so far with refunds that name no line of the sale. */
    long amountsBack(UUID paymentId) {
        return entities.createQuery(
                        "select coalesce(sum(r.amount), 0) from Refund r where r.paymentId = :payment"
                                + " and not exists (select l.line from ReturnedLine l"
                                + " where l.owner = r.id and l.saleLine is not null)",
                        Long.class)
                .setParameter("payment", paymentId)
                .getSingleResult();
    }

    /** How many of a payment's spent points came back so far. */
    long pointsBack(UUID paymentId) {
        return entities.createQuery(
                        "select coalesce(sum(r.pointsBack), 0) from Refund r where r.paymentId = :payment", Long.class)
                .setParameter("payment", paymentId)
                .getSingleResult();
    }

    /** Which of these numbers of refunds are taken. */
    List<String> takenRefundNumbers(UUID merchantId, Collection<String> numbers) {
        return entities.createQuery(
                        "select r.number from Refund r where r.merchantId = :merchant and r.number in (:numbers)",
                        String.class)
                .setParameter("merchant", merchantId)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    /** Where a refund's money went. */
    List<Tender> refundTenders(Refund refund) {
        return parts(REFUND_TENDERS, List.of(refund.id()), RefundPart.class).stream()
                .map(part -> part.view(refund.currency()))
                .toList();
    }

    /** All tenders of these payments, in their order. */
    List<TenderPart> tenders(Collection<UUID> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        return parts(
                "select t from TenderPart t where t.owner in (:ids) order by t.owner, t.line",
                payments,
                TenderPart.class);
    }

    private List<SoldLine> lines(Collection<UUID> payments) {
        return parts(
                "select l from SoldLine l where l.owner in (:ids) order by l.owner, l.line", payments, SoldLine.class);
    }

    private Map<UUID, List<RefundView>> refunds(Collection<UUID> payments) {
        List<Refund> refunds =
                parts("select r from Refund r where r.paymentId in (:ids) order by r.id", payments, Refund.class);
        if (refunds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> currencies = refunds.stream().collect(Collectors.toMap(Refund::id, Refund::currency));
        Map<UUID, List<Tender>> tenders = grouped(
                parts(REFUND_TENDERS, currencies.keySet(), RefundPart.class),
                RefundPart::owner,
                part -> part.view(currencies.getOrDefault(part.owner(), "")));
        Map<UUID, List<SaleTax>> taxes = kept.ofRefunds(currencies.keySet());
        return grouped(
                refunds,
                Refund::paymentId,
                each -> each.view(
                        tenders.getOrDefault(each.id(), List.of()), taxes.getOrDefault(each.id(), List.of())));
    }

    private <T> List<T> parts(String query, Collection<UUID> ids, Class<T> type) {
        return entities.createQuery(query, type).setParameter("ids", ids).getResultList();
    }

    private static <E, V> Map<UUID, List<V>> grouped(List<E> entities, Function<E, UUID> owner, Function<E, V> view) {
        return entities.stream().collect(Collectors.groupingBy(owner, Collectors.mapping(view, Collectors.toList())));
    }
}
