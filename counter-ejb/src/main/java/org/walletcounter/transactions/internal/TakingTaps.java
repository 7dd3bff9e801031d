package org.walletcounter.transactions.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.GroupCommits;
import org.walletcounter.members.Payers;
import org.walletcounter.merchants.Directory;
import org.walletcounter.transactions.PaymentSettled;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TapAnswer;
import org.walletcounter.transactions.Taps;
import org.walletcounter.transactions.TransactionError;

/** Takes a batch of taps: checks each, finds out whose they are, hands them to the ledger by gate and quarter of an hour. */
@Dependent
class TakingTaps {

    private final Directory directory;
    private final Payers payers;
    private final GateRules rules;
    private final BookAccounts accounts;
    private final GroupCommits ledger;
    private final TapRecords records;
    private final Announcing announcing;
    private final TransactionsSettings settings;
    private final Clock clock;

    /** For looking earlier answers up: that is rare, and waits for the database. */
    @Resource
    ManagedExecutorService elsewhere;

    @Inject
    @SuppressWarnings("NullAway.Init")
    TakingTaps(
            Directory directory,
            Payers payers,
            GateRules rules,
            BookAccounts accounts,
            GroupCommits ledger,
            TapRecords records,
            Announcing announcing,
            TransactionsSettings settings,
            Clock clock) {
        this.directory = directory;
        this.payers = payers;
        this.rules = rules;
        this.accounts = accounts;
        this.ledger = ledger;
        this.records = records;
        this.announcing = announcing;
        this.settings = settings;
        this.clock = clock;
    }

    CompletionStage<List<TapAnswer>> take(Actor actor, List<Tap> taps) {
        if (taps.isEmpty() || taps.size() > Taps.MOST) {
            throw CounterException.at("taps", TransactionError.TAPS_TOO_MANY, Taps.MOST);
        }
        TapBatch batch = new TapBatch(taps);
        List<TapGroup> groups = groups(actor, batch);
        List<CompletableFuture<?>> under = new ArrayList<>();
        for (TapGroup group : groups) {
            AccountId revenue =
                    accounts.revenue(actor.merchantId(), group.gate().storeId(), group.currency());
            under.add(ledger.submit(group.debits(revenue))
                    .thenAccept(outcomes -> batch.decided(group, outcomes))
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(under.toArray(CompletableFuture[]::new))
                .orTimeout(settings.patience().toMillis(), TimeUnit.MILLISECONDS)
                .handle((nothing, lost) -> answers(actor, batch, groups, lost))
                .thenCompose(stage -> stage);
    }

    private CompletionStage<List<TapAnswer>> answers(
            Actor actor, TapBatch batch, List<TapGroup> groups, @Nullable Throwable lost) {
        if (lost != null) {
            throw new CounterException(TransactionError.OUTCOME_UNKNOWN);
        }
        groups.stream().filter(batch::took).forEach(this::announce);
        batch.refuseUnlessDecided();
        if (batch.asksForEarlier()) {
            return CompletableFuture.supplyAsync(
                    () -> batch.answers(records.earlier(actor, batch.unsettled())), elsewhere);
        }
        return CompletableFuture.completedStage(batch.answers(Map.of()));
    }

    /** What passes its checks, by gate, day and quarter of an hour. */
    private List<TapGroup> groups(Actor actor, TapBatch batch) {
        Instant now = clock.instant();
        String currency = directory.merchant(actor.merchantId()).currency();
        long highestFare = rules.highestFare(actor);
        batch.check(tap -> {
            TapRules.require(tap, now, currency, highestFare);
            Places.requireGate(directory, actor, tap);
        });
        List<Integer> sound = batch.sound();
        List<Payers.Recognition> recognised = payers.boarding(
                actor, sound.stream().map(place -> token(batch.tap(place))).toList(), currency);
        boolean earns = rules.faresEarn(actor);
        Map<TapGroup.Gate, TapGroup> groups = new LinkedHashMap<>();
        for (int i = 0; i < recognised.size(); i++) {
            TapGroup.@Nullable Boarding boarding = batch.boarding(sound.get(i), recognised.get(i));
            if (boarding != null) {
                groups.computeIfAbsent(
                                gate(actor, boarding.tap()), gate -> new TapGroup(actor, gate, earns, now, clock))
                        .add(boarding);
            }
        }
        return List.copyOf(groups.values());
    }

    private static Payers.Token token(Tap tap) {
        return new Payers.Token(tap.token(), tap.offline() ? tap.at() : null);
    }

    private TapGroup.Gate gate(Actor actor, Tap tap) {
        return new TapGroup.Gate(
                directory.till(actor, tap.tillId()).storeId(),
                tap.tillId(),
                directory.businessDay(actor.merchantId(), tap.at()),
                TapGroup.Gate.quarterOf(tap.at()));
    }

    private void announce(TapGroup group) {
        TapGroup.Gate gate = group.gate();
        announcing.settled(new PaymentSettled(
                group.paymentId(), group.actor().merchantId(), gate.storeId(), gate.businessDay(), "paid"));
    }
}
