package org.walletcounter.transactions.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.members.Payers;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TapAnswer;
import org.walletcounter.transactions.TransactionError;

/**
 * The taps of one request and what is known of each: refused before the ledger saw it, decided by the ledger, or known from
 * before. Filled by one thread at a time.
 */
final class TapBatch {

    private final List<Tap> taps;
    private final @Nullable CounterException[] refused;
    private final @Nullable Outcome[] outcomes;
    private final @Nullable UUID[] payments;

    TapBatch(List<Tap> taps) {
        this.taps = List.copyOf(taps);
        this.refused = new CounterException[taps.size()];
        this.outcomes = new Outcome[taps.size()];
        this.payments = new UUID[taps.size()];
    }

    Tap tap(int place) {
        return taps.get(place);
    }

    /** Holds each against a check; what it refuses goes no further. */
    void check(Consumer<Tap> check) {
        for (int i = 0; i < taps.size(); i++) {
            try {
                check.accept(taps.get(i));
            } catch (CounterException refusal) {
                refused[i] = refusal;
            }
        }
    }

    /** The places of those that nothing was said against. */
    List<Integer> sound() {
        return IntStream.range(0, taps.size())
                .filter(i -> refused[i] == null)
                .boxed()
                .toList();
    }

    /** The tap with its wallet; null when nobody pays for it. */
    TapGroup.@Nullable Boarding boarding(int place, Payers.Recognition recognised) {
        if (recognised.memberId() == null || recognised.wallet() == null) {
            refused[place] = recognised.refusal();
            return null;
        }
        return new TapGroup.Boarding(
                place, taps.get(place), recognised.memberId(), recognised.wallet(), recognised.claim());
    }

    /** What the ledger has decided about a group. */
    synchronized void decided(TapGroup group, List<Outcome> decided) {
        for (int i = 0; i < decided.size(); i++) {
            int place = group.boardings().get(i).place();
            outcomes[place] = decided.get(i);
            payments[place] = group.paymentId();
        }
    }

    /** Whether anything was taken for a group. */
    boolean took(TapGroup group) {
        return group.boardings().stream().anyMatch(boarding -> outcomes[boarding.place()] instanceof Outcome.Posted);
    }

    /** Refuses as a whole where some could not be decided now: all are sent again, and count once. */
    void refuseUnlessDecided() {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Refused refusal && refusal.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
                throw new CounterException(refusal.error());
            }
        }
    }

    /** Whether some came before, or may have. */
    boolean asksForEarlier() {
        return IntStream.range(0, taps.size()).anyMatch(this::isUnsettled);
    }

    List<UUID> unsettled() {
        return IntStream.range(0, taps.size())
                .filter(this::isUnsettled)
                .mapToObj(i -> taps.get(i).id())
                .toList();
    }

    private boolean isUnsettled(int place) {
        return refused[place] != null || outcomes[place] instanceof Outcome.Repeated;
    }

    /** The answers in the order of the taps, where some are those that were given before. */
    List<TapAnswer> answers(Map<UUID, TapRecords.Earlier> earlier) {
        return IntStream.range(0, taps.size())
                .mapToObj(i ->
                        isUnsettled(i) ? asBefore(i, earlier.get(taps.get(i).id())) : decided(i))
                .toList();
    }

    /** The first answer again, if it is the same tap; else why this one is not taken. */
    private TapAnswer asBefore(int place, TapRecords.@Nullable Earlier first) {
        Tap tap = taps.get(place);
        CounterException refusal = refused[place];
        if (first != null && first.content() == TapRows.content(tap)) {
            return first.answer();
        }
        if (first != null || refusal == null) {
            refusal = CounterException.at("id", TransactionError.TAP_ID_REUSED);
        }
        return new TapAnswer(tap.id(), false, null, null, refusal);
    }

    private TapAnswer decided(int place) {
        Tap tap = taps.get(place);
        if (outcomes[place] instanceof Outcome.Posted posted) {
            Long balance = posted.balances().values().stream().findFirst().orElse(null);
            Money left = balance == null ? null : Money.of(balance, tap.fare().currency());
            return new TapAnswer(tap.id(), false, payments[place], left, null);
        }
        if (outcomes[place] instanceof Outcome.Refused refusal) {
            CounterException no =
                    new CounterException(refusal.error(), refusal.arguments().toArray());
            return new TapAnswer(tap.id(), false, null, null, no);
        }
        throw new IllegalStateException("Nothing was decided about tap " + tap.id() + ".");
    }
}
