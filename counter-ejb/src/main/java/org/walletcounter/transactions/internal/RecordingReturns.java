package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.transactions.HistoricalReturn;
import org.walletcounter.transactions.SalesHistory.Recorded;
import org.walletcounter.transactions.SalesHistory.Result;
import org.walletcounter.transactions.TenderKind;

/**
 * Books returns of the past, in the caller's transaction. Sales and tenders of all of them are read and locked with one
 * question each; what cannot be booked is found out before anything is done.
 */
@Dependent
class RecordingReturns {

    private final Payments payments;
    private final RefundJournals journals;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    RecordingReturns(Payments payments, RefundJournals journals, Ledger ledger, Clock clock) {
        this.payments = payments;
        this.journals = journals;
        this.ledger = ledger;
        this.clock = clock;
    }

    List<Recorded> record(Actor system, List<HistoricalReturn> returns) {
        if (returns.isEmpty()) {
            return List.of();
        }
        List<String> numbers = returns.stream().map(HistoricalReturn::number).toList();
        Set<String> taken = new HashSet<>(payments.takenRefundNumbers(system.merchantId(), numbers));
        Map<String, Sale> sales = sales(system, returns);
        List<Recorded> recorded = new ArrayList<>(returns.size());
        for (HistoricalReturn each : returns) {
            recorded.add(
                    taken.add(each.number())
                            ? one(system, each, sales)
                            : new Recorded(each.number(), Result.ALREADY_THERE, null));
        }
        return recorded;
    }

    private Recorded one(Actor system, HistoricalReturn piece, Map<String, Sale> sales) {
        if (piece.saleNumber() == null) {
            return booked(
                    system,
                    piece,
                    null,
                    new Splitting.Share(1, TenderKind.HISTORICAL, piece.amount().minor(), null));
        }
        Sale sale = sales.get(piece.saleNumber());
        if (sale == null) {
            return new Recorded(piece.number(), Result.NO_SUCH_SALE, null);
        }
        long minor = piece.amount().minor();
        if (minor > sale.payment.left() || minor > sale.tender.left()) {
            return new Recorded(piece.number(), Result.EXCEEDS_SALE, null);
        }
        sale.payment.giveBack(minor);
        sale.tender.giveBack(minor);
        return booked(system, piece, sale.payment, Splitting.whole(sale.tender.source(), minor));
    }

    private Recorded booked(Actor system, HistoricalReturn piece, @Nullable Payment payment, Splitting.Share share) {
        Refund.Place place = new Refund.Place(system, piece.storeId(), null);
        Refund.Origin origin =
                new Refund.Origin(payment == null ? null : payment.id(), piece.memberId(), piece.amount());
        Refund.When when = new Refund.When(Ids.next(clock), Ids.next(clock), piece.occurredAt(), piece.businessDay());
        Refund refund = new Refund(
                place,
                origin,
                new Refund.Why(piece.number(), "returned", ""),
                when,
                share.kind().name());
        ledger.post(journals.of(refund, place, List.of(share), payment));
        payments.add(refund, share, piece.lines());
        return new Recorded(piece.number(), Result.BOOKED, refund.id());
    }

    private Map<String, Sale> sales(Actor system, List<HistoricalReturn> returns) {
        List<String> numbers = returns.stream()
                .map(HistoricalReturn::saleNumber)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Payment> paid = new HashMap<>();
        payments.lockedPaid(system, numbers).forEach(payment -> paid.put(payment.id(), payment));
        Map<String, Sale> sales = new HashMap<>();
        for (TenderPart tender : payments.tenders(paid.keySet())) {
            Payment payment = Objects.requireNonNull(paid.get(tender.owner()));
            sales.putIfAbsent(payment.saleNumber(), new Sale(payment, tender));
        }
        return sales;
    }

    private record Sale(Payment payment, TenderPart tender) {}
}
