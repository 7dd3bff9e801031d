package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView.Caps;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.members.MemberError;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.transactions.Tap;

/** Taps go through the real ledger into a real database, in batches that overlap as they like. */
class TapsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestLedger LEDGER = TestLedger.on(DATABASE, CLOCK);
    private static final String DIFFERENCES = "SELECT * FROM reporting.differences()";

    private final UUID merchant = DATABASE.newMerchant();
    private final Actor gate = new Actor("key:gate", "Gate 1", "cashier", merchant, null);
    private final UUID store = UUID.randomUUID();
    private final UUID till = UUID.randomUUID();
    private final BookAccounts accounts = new BookAccounts(new AccountOpening(LEDGER.door()));

    @AfterContainer
    static void stop() {
        LEDGER.close();
    }

    /** Whoever sends which taps in whatever company, as often as they like: each counts once, and all answers agree. */
    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void eachTapCountsOnceHoweverBatchesOverlap(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int wallets,
            @ForAll @IntRange(min = 1, max = 60) int taps)
            throws SQLException {
        new TapsTest().eachTapCountsOnce(new Random(seed), wallets, taps); // with a merchant of its own
    }

    private void eachTapCountsOnce(Random random, int wallets, int taps) throws SQLException {
        List<AccountId> purses = IntStream.range(0, wallets)
                .mapToObj(i -> wallet(random.nextInt(3_000)))
                .toList();
        Map<AccountId, Long> before = balances(purses);
        Map<UUID, AccountId> purseOf = new HashMap<>();
        List<Tap> all = new ArrayList<>();
        for (int i = 0; i < taps; i++) {
            Tap tap = tap(1 + random.nextInt(400));
            all.add(tap);
            purseOf.put(tap.id(), purses.get(random.nextInt(wallets)));
        }
        List<CompletableFuture<Map<UUID, List<Outcome>>>> gates = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            long own = random.nextLong();
            gates.add(CompletableFuture.supplyAsync(() -> sendAtRandom(all, purseOf, new Random(own))));
        }
        Map<UUID, List<Outcome>> outcomes = new HashMap<>();
        gates.forEach(each -> each.join()
                .forEach((id, some) ->
                        outcomes.computeIfAbsent(id, x -> new ArrayList<>()).addAll(some)));

        Map<AccountId, Long> taken = new HashMap<>();
        int accepted = 0;
        for (Tap tap : all) {
            List<Outcome> decided = outcomes.getOrDefault(tap.id(), List.of()).stream()
                    .filter(outcome -> !(outcome instanceof Outcome.Repeated))
                    .toList();
            assertThat(decided).as("decisions about %s", tap).hasSize(1);
            if (decided.get(0) instanceof Outcome.Posted) {
                accepted++;
                taken.merge(purseOf.get(tap.id()), tap.fare().minor(), Long::sum);
            }
        }
        for (AccountId purse : purses) {
            assertThat(balance(purse)).isEqualTo(before.getOrDefault(purse, 0L) - taken.getOrDefault(purse, 0L));
        }
        assertThat(number("SELECT count(*) FROM transactions.tap WHERE merchant_id = ?"))
                .isEqualTo(taps);
        assertThat(number(SUCCEEDED)).isEqualTo(accepted);
        assertThat(number(REFUSED)).isEqualTo((long) taps - accepted);
        assertThat(balance(accounts.revenue(merchant, store, "GBP")))
                .isEqualTo(taken.values().stream().mapToLong(Long::longValue).sum());
        assertThat(LEDGER.door().check()).isEmpty();
        assertThat(rows(DIFFERENCES)).isEmpty();
    }

    private static final String SUCCEEDED =
            "SELECT coalesce(sum(pieces), 0) FROM transactions.payment WHERE state = 'SUCCEEDED' AND merchant_id = ?";
    private static final String REFUSED =
            "SELECT coalesce(sum(pieces), 0) FROM transactions.payment WHERE state = 'REFUSED' AND merchant_id = ?";

    /** Every tap at least once, in batches of every size, some of them with a tap twice. */
    private Map<UUID, List<Outcome>> sendAtRandom(List<Tap> all, Map<UUID, AccountId> purseOf, Random random) {
        List<Tap> order = new ArrayList<>(all);
        Collections.shuffle(order, random);
        Map<UUID, List<Outcome>> outcomes = new HashMap<>();
        for (int from = 0; from < order.size(); ) {
            int to = Math.min(order.size(), from + 1 + random.nextInt(20));
            List<Tap> batch = new ArrayList<>(order.subList(from, to));
            batch.add(all.get(random.nextInt(all.size())));
            List<Outcome> answers = send(batch, purseOf);
            for (int i = 0; i < answers.size(); i++) {
                outcomes.computeIfAbsent(batch.get(i).id(), x -> new ArrayList<>())
                        .add(answers.get(i));
            }
            from = to;
        }
        return outcomes;
    }

    @Example
    void theSameBatchFromTenGatesAtOnceIsTakenOnce() {
        AccountId purse = wallet(100_000);
        List<Tap> batch = IntStream.range(0, 50).mapToObj(i -> tap(250)).toList();
        Map<UUID, AccountId> purseOf = new HashMap<>();
        batch.forEach(tap -> purseOf.put(tap.id(), purse));
        List<CompletableFuture<List<Outcome>>> gates = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(batch, purseOf)))
                .toList();
        long posted = gates.stream()
                .flatMap(each -> each.join().stream())
                .filter(Outcome.Posted.class::isInstance)
                .count();
        assertThat(posted).isEqualTo(50);
        assertThat(balance(purse)).isEqualTo(100_000 - 50 * 250);
    }

    @Example
    void aTapThatCannotBePaidSpoilsNoneOfTheOthersAndIsTurnedAway() throws SQLException {
        AccountId rich = wallet(1_000);
        AccountId poor = wallet(100);
        Tap first = tap(250);
        Tap refused = tap(250);
        Tap last = tap(300);
        Map<UUID, AccountId> purseOf = Map.of(first.id(), rich, refused.id(), poor, last.id(), rich);
        List<Outcome> outcomes = send(List.of(first, refused, last), purseOf);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Posted.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, no -> assertThat(no.error()).isEqualTo(LedgerError.INSUFFICIENT_FUNDS));
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Posted.class);
        assertThat(rows("SELECT kind, token, owed FROM transactions.tap_denial WHERE merchant_id = '" + merchant + "'"))
                .containsExactly("card|" + TapRows.cardToken(merchant, refused.token()) + "|250");
        assertThat(rows("SELECT l.quantity, l.unit_amount, l.amount FROM transactions.sale_line l"
                        + " JOIN transactions.payment p ON p.id = l.payment_id WHERE p.merchant_id = '" + merchant
                        + "' ORDER BY l.line"))
                .containsExactly("1|250|250", "1|300|300");
        assertThat(send(List.of(refused), purseOf).get(0)).isInstanceOf(Outcome.Repeated.class);
    }

    @Example
    void whatAMemberMayPayInADayHoldsForTapsInOneBatchToo() {
        AccountId purse = wallet(10_000);
        LEDGER.door().cap(purse, new Caps(null, 600L));
        List<Tap> batch = List.of(tap(250), tap(250), tap(250), tap(100));
        Map<UUID, AccountId> purseOf = new HashMap<>();
        batch.forEach(tap -> purseOf.put(tap.id(), purse));
        assertThat(send(batch, purseOf).stream()
                        .map(outcome -> outcome instanceof Outcome.Posted)
                        .toList())
                .containsExactly(true, true, false, true);
        assertThat(LEDGER.door().check()).isEmpty();
    }

    @Example
    void aCodeLetsOnePersonThrough() {
        AccountId purse = wallet(10_000);
        Claim code = new Claim("code", "10000:42" + merchant, MemberError.CODE_ALREADY_USED);
        TapGroup group = group();
        group.add(new TapGroup.Boarding(0, tap(250), UUID.randomUUID(), purse, code));
        group.add(new TapGroup.Boarding(1, tap(250), UUID.randomUUID(), purse, code));
        List<Outcome> outcomes = submit(group);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Posted.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, no -> assertThat(no.error()).isEqualTo(MemberError.CODE_ALREADY_USED));
    }

    private List<Outcome> send(List<Tap> batch, Map<UUID, AccountId> purseOf) {
        TapGroup group = group();
        for (int i = 0; i < batch.size(); i++) {
            AccountId purse = Objects.requireNonNull(purseOf.get(batch.get(i).id()));
            group.add(new TapGroup.Boarding(i, batch.get(i), new UUID(7, purse.value()), purse, null));
        }
        return submit(group);
    }

    private TapGroup group() {
        TapGroup.Gate place = new TapGroup.Gate(store, till, TODAY, TapGroup.Gate.quarterOf(CLOCK.instant()));
        return new TapGroup(gate, place, false, CLOCK.instant(), CLOCK);
    }

    /** What was taken is noted once for the points; what was refused, or came again, is not. */
    @Example
    void whatWasTakenIsNotedForThePointsOfItsDay() throws SQLException {
        AccountId purse = wallet(400);
        UUID rider = UUID.randomUUID();
        Tap good = tap(250);
        TapGroup.Gate place = new TapGroup.Gate(store, till, TODAY, TapGroup.Gate.quarterOf(CLOCK.instant()));
        TapGroup group = new TapGroup(gate, place, true, CLOCK.instant(), CLOCK);
        group.add(new TapGroup.Boarding(0, good, rider, purse, null));
        group.add(new TapGroup.Boarding(1, good, rider, purse, null));
        group.add(new TapGroup.Boarding(2, tap(250), rider, purse, null));
        submit(group);
        assertThat(rows("SELECT tap_id || '|' || member_id || '|' || account_id || '|' || amount || currency || '|' ||"
                        + " business_day FROM transactions.fare WHERE merchant_id = '" + merchant + "'"))
                .containsExactly(good.id() + "|" + rider + "|" + purse.value() + "|250GBP|" + TODAY);
    }

    private List<Outcome> submit(TapGroup group) {
        return LEDGER.door()
                .submit(group.debits(accounts.revenue(merchant, store, "GBP")))
                .toCompletableFuture()
                .join();
    }

    private Tap tap(long fare) {
        return new Tap(Ids.next(CLOCK), till, "CARD1", CLOCK.instant(), Money.of(fare, "GBP"), false);
    }

    private AccountId wallet(long balance) {
        AccountId wallet =
                LEDGER.door().open(AccountTerms.constrained(merchant, "wallet", "GBP", "member:" + UUID.randomUUID()));
        if (balance > 0) {
            AccountId cash = accounts.cash(merchant, store, null, "GBP");
            LEDGER.submit(
                    LEDGER.journal(merchant, "top-up", new Posting(cash, -balance), new Posting(wallet, balance)));
        }
        return wallet;
    }

    private static Map<AccountId, Long> balances(List<AccountId> purses) {
        Map<AccountId, Long> balances = new HashMap<>();
        purses.forEach(purse -> balances.put(purse, balance(purse)));
        return balances;
    }

    private static long balance(AccountId account) {
        return LEDGER.door().account(account).orElseThrow().balance();
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql.replace("?", "'" + merchant + "'")).get(0));
    }

    private static List<String> rows(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<@Nullable String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(row.getString(i));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }
}
