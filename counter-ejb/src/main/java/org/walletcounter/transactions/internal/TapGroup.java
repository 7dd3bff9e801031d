package org.walletcounter.transactions.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion.Row;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.transactions.Tap;

/**
 * Taps that came together, of one gate and one quarter of an hour: one journal, and one payment that counts for as many
 * as were accepted. What is refused is one payment per reason, so that the reports count it too. Gate, day and quarter are
 * what reports are cut by; that is why they are what taps are gathered by.
 */
final class TapGroup {

    private static final int QUARTER_SECONDS = 900;

    private final Actor actor;
    private final Gate gate;
    private final boolean earns;
    private final Instant arrived;
    private final Clock clock;
    private final UUID paymentId;
    private final UUID journalId;
    private final List<Boarding> boardings = new ArrayList<>();

    /** Of which fares earn points, or not. */
    TapGroup(Actor actor, Gate gate, boolean earns, Instant arrived, Clock clock) {
        this.actor = actor;
        this.gate = gate;
        this.earns = earns;
        this.arrived = arrived;
        this.clock = clock;
        this.paymentId = Ids.next(clock);
        this.journalId = Ids.next(clock);
    }

    /**
     * Where and when.
     *
     * @param quarter quarters of an hour since 1970
     */
    record Gate(UUID storeId, UUID tillId, LocalDate businessDay, long quarter) {

        static long quarterOf(Instant moment) {
            return Math.floorDiv(moment.getEpochSecond(), QUARTER_SECONDS);
        }
    }

    /**
     * A tap and whose wallet pays for it.
     *
     * @param place in the request
     * @param claim what must be claimed so that a code is accepted once; null for a card
     */
    record Boarding(
            int place,
            Tap tap,
            UUID memberId,
            AccountId wallet,
            @Nullable Claim claim) {}

    void add(Boarding boarding) {
        boardings.add(boarding);
    }

    List<Boarding> boardings() {
        return boardings;
    }

    Actor actor() {
        return actor;
    }

    Gate gate() {
        return gate;
    }

    UUID paymentId() {
        return paymentId;
    }

    UUID journalId() {
        return journalId;
    }

    String currency() {
        return boardings.get(0).tap().fare().currency();
    }

    Instant earliest() {
        return boardings.stream()
                .map(boarding -> boarding.tap().at())
                .min(Instant::compareTo)
                .orElse(arrived);
    }

    int millisSinceArrival() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, clock.millis() - arrived.toEpochMilli()));
    }

    /** For the ledger. */
    BulkDebit debits(AccountId revenue) {
        Journal frame = new Journal(
                journalId,
                "payment",
                new Journal.Scope(actor.merchantId(), gate.storeId, gate.tillId, actor.id(), null),
                Journal.Facts.plain(
                        earliest(), gate.businessDay, PaymentJournals.document(paymentId, "TAPS-" + paymentId)),
                List.of());
        return new BulkDebit(frame, revenue, boardings.stream().map(this::part).toList(), this::rows);
    }

    private BulkDebit.Part part(Boarding boarding) {
        return new BulkDebit.Part(
                boarding.tap.id(),
                boarding.wallet,
                boarding.tap.fare().minor(),
                boarding.claim == null ? List.of() : List.of(boarding.claim),
                TapRows.tap(this, boarding));
    }

    private List<Row> rows(List<Outcome> outcomes) {
        List<Row> rows = new ArrayList<>();
        Map<Long, Integer> tapsByFare = new TreeMap<>();
        Map<String, Refused> refused = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Boarding boarding = boardings.get(i);
            if (outcomes.get(i) instanceof Outcome.Posted) {
                tapsByFare.merge(boarding.tap.fare().minor(), 1, Integer::sum);
                if (earns) {
                    rows.add(TapRows.earning(this, boarding));
                }
            } else if (outcomes.get(i) instanceof Outcome.Refused refusal) {
                refused.computeIfAbsent(refusal.error().code(), code -> new Refused(Ids.next(clock)))
                        .add(boarding, refusal, rows);
            }
        }
        accepted(tapsByFare, rows);
        refused.forEach((code, all) -> rows.add(TapRows.payment(this, all.paymentId, code, all.taps, all.amount)));
        return rows;
    }

    private void accepted(Map<Long, Integer> tapsByFare, List<Row> rows) {
        if (tapsByFare.isEmpty()) {
            return;
        }
        int line = 0;
        int taps = 0;
        long amount = 0;
        for (Map.Entry<Long, Integer> each : tapsByFare.entrySet()) {
            rows.add(TapRows.line(paymentId, ++line, each.getValue(), each.getKey()));
            taps += each.getValue();
            amount = Math.addExact(amount, Math.multiplyExact(each.getKey(), each.getValue()));
        }
        rows.add(TapRows.payment(this, paymentId, null, taps, amount));
        rows.add(TapRows.tender(paymentId, amount));
    }

    /** Taps that were refused for one reason. */
    private final class Refused {

        private final UUID paymentId;
        private int taps;
        private long amount;

        Refused(UUID paymentId) {
            this.paymentId = paymentId;
        }

        void add(Boarding boarding, Outcome.Refused refusal, List<Row> rows) {
            taps++;
            amount = Math.addExact(amount, boarding.tap.fare().minor());
            rows.add(TapRows.refusal(boarding.tap, paymentId, refusal));
            if (refusal.error() == LedgerError.INSUFFICIENT_FUNDS || refusal.error() == LedgerError.ACCOUNT_FROZEN) {
                rows.add(TapRows.denial(TapGroup.this, boarding));
            }
        }
    }
}
