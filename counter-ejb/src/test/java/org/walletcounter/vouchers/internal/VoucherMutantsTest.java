package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.testing.Impatient;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.internal.book.Database;

/**
 * The promises of I8, broken one after the other on purpose: the check must find each. A mutant is a ledger that is asked for
 * less than the vouchers ask: a pool without a floor, a journal without its names, a day without its cap.
 */
class VoucherMutantsTest {

    @Test
    void soundVouchersPassTheSameWork() {
        assertThat(found(Forms.taken().of(5L, null, 1).form(), asked -> asked, true))
                .isEmpty();
    }

    @Test
    void aPoolWithoutAFloorIsFound() {
        List<String> found = found(
                Forms.taken().of(5L, null, null).form(), opening((terms, kind) -> kind.equals("voucher-pool")), true);

        assertThat(found).anyMatch(detail -> detail.contains("were given out"));
    }

    @Test
    void aPersonsNumberThatIsNotClaimedIsFound() {
        List<String> found = found(Forms.taken().of(50L, null, 1).form(), forgetting("voucher-person"), true);

        assertThat(found).anyMatch(detail -> detail.contains("has had"));
    }

    @Test
    void aDayWithoutItsCapIsFound() {
        UnaryOperator<Ledger> capless = real -> like(real, (method, arguments) -> {
            if (method.getName().equals("cap")) {
                arguments[1] = AccountView.Caps.NONE;
            }
            return arguments;
        });

        assertThat(found(Forms.taken().of(50L, 3L, null).form(), capless, true))
                .anyMatch(detail -> detail.contains("were given out on"));
    }

    @Test
    void aBudgetWithoutAFloorIsFound() {
        List<String> found = found(
                Forms.taken().of(50L, null, null).budget(250).form(),
                opening((terms, kind) -> kind.equals("budget")),
                true);

        assertThat(found).anyMatch(detail -> detail.contains("of a budget of"));
    }

    @Test
    void aVoucherWithoutAFloorNameAndTriggerIsUsedTwiceAndThatIsFound() {
        List<String> found = found(
                Forms.taken().of(50L, null, null).form(),
                real -> opening((terms, kind) -> kind.equals("voucher"))
                        .apply(forgetting("voucher").apply(real)),
                false);

        assertThat(found).anyMatch(detail -> detail.contains("payments took it"));
    }

    @Test
    void theVouchersAreCheckedOnceAtATimeWhoeverAsks() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        TestVouchers.Shifting clock = new TestVouchers.Shifting();
        try (TestLedger books = TestLedger.on(database, clock);
                Connection other = database.app().getConnection();
                Statement check = other.createStatement()) {
            TestVouchers shop = new TestVouchers(books, clock, asked -> asked);
            other.setAutoCommit(false);
            check.execute("SELECT pg_advisory_xact_lock(hashtext('vouchers.check'))");
            assertThatThrownBy(shop.vouchers::check)
                    .isInstanceOfSatisfying(
                            CounterException.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(LedgerError.CHECK_RUNNING));
            other.rollback();
            assertThat(shop.vouchers.check()).isEmpty();
        }
    }

    /** It reads all vouchers there ever were. */
    @Test
    void theCheckOfTheVouchersMayTakeLongerThanASaleWaits() throws Exception {
        assertThat(Impatient.outwaiting(
                        TestDatabase.fresh(),
                        "vouchers.voucher",
                        source -> new VoucherChecks(Database.over(source)).all()))
                .isEmpty();
    }

    /** Something that is changed in the database where all was sound, and what the check must say of it. */
    private record Change(String said, List<String> statements) {

        Change(String said, String... statements) {
            this(said, List.of(statements));
        }

        @Override
        public String toString() {
            return said;
        }
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change(
                        "it is IN_HAND and its account holds 0",
                        "UPDATE ledger.account SET balance = 0 WHERE kind = 'voucher' AND balance = 1"),
                new Change(
                        "2 redemptions of it stand",
                        "ALTER TABLE vouchers.redemption DISABLE TRIGGER used",
                        "INSERT INTO vouchers.redemption (voucher_id, generation, campaign_id, merchant_id,"
                                + " sale_number, saving, currency, used_at, business_day, journal_id)"
                                + " SELECT voucher_id, generation + 1, campaign_id, merchant_id,"
                                + " sale_number, saving, currency, used_at, business_day, journal_id"
                                + " FROM vouchers.redemption"),
                new Change(
                        "its pool stands at -1",
                        "ALTER TABLE ledger.account DROP CONSTRAINT account_floor",
                        "UPDATE ledger.account SET balance = -1 WHERE kind = 'voucher-pool'"),
                new Change("0 redemptions stand, the book has 1", "DELETE FROM vouchers.redemption"),
                new Change("has had 1 for birthdays", "DELETE FROM vouchers.event_done"),
                new Change("it saved 100, its funders bear 101", "UPDATE vouchers.funding SET amount = amount + 1"),
                new Change(
                        "0 of its saving is undone, of its funders' shares 1",
                        "UPDATE vouchers.funding SET undone = 1"),
                new Change(
                        "101 of its saving is undone, of its funders' shares 101",
                        "UPDATE vouchers.funding SET undone = 101",
                        "UPDATE vouchers.redemption SET undone = 101"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsChangedBehindTheVouchersBackIsFound(Change change) {
        TestDatabase database = TestDatabase.fresh();
        TestVouchers.Shifting clock = new TestVouchers.Shifting();
        try (TestLedger books = TestLedger.on(database, clock)) {
            TestVouchers shop = new TestVouchers(books, clock, asked -> asked);
            oneIsUsedOneIsKeptAndOneIsForABirthday(shop);
            assertThat(shop.vouchers.check()).isEmpty();

            change.statements().forEach(database::asOwner);
            assertThat(shop.vouchers.check())
                    .extracting(Finding::detail)
                    .anyMatch(detail -> detail.contains(change.said()));
        }
    }

    private static void oneIsUsedOneIsKeptAndOneIsForABirthday(TestVouchers shop) {
        UUID campaign = shop.live(Forms.taken().of(5L, null, 1).budget(1_000).form());
        UUID used = shop.take(campaign, UUID.randomUUID()).id();
        shop.take(campaign, UUID.randomUUID());
        assertThat(shop.pay(shop.cashier(), List.of(TestVouchers.use(used, 100)), "M1"))
                .isInstanceOf(Outcome.Posted.class);

        Forms form = Forms.way(Way.EVENT);
        CampaignForm.Giving giving = form.form().giving();
        shop.live(form.giving(new CampaignForm.Giving(
                        Way.EVENT, Event.BIRTHDAY, null, null, giving.from(), giving.until(), null))
                .form());
        UUID member = UUID.randomUUID();
        BirthdayConsumer birthdays = new BirthdayConsumer(shop.bringing, shop.clock);
        shop.in(() -> {
            birthdays.accept(
                    member,
                    "{\"merchantId\":\"%s\",\"memberId\":\"%s\",\"year\":2027}".formatted(shop.merchant, member));
            return member;
        });
        assertThat(shop.vouchers.of(shop.cashier(), member, false)).hasSize(1);
    }

    /** What the check of vouchers finds after the same work on a ledger that is asked for less. */
    private static List<String> found(CampaignForm form, UnaryOperator<Ledger> less, boolean guarded) {
        TestDatabase database = TestDatabase.fresh();
        if (!guarded) {
            database.asOwner(
                    "ALTER TABLE vouchers.redemption DISABLE TRIGGER used",
                    "ALTER TABLE vouchers.redemption DROP CONSTRAINT redemption_pkey");
        }
        TestVouchers.Shifting clock = new TestVouchers.Shifting();
        try (TestLedger books = TestLedger.on(database, clock)) {
            TestVouchers shop = new TestVouchers(books, clock, less);
            UUID campaign = shop.live(form);
            List<UUID> people = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            AtomicInteger next = new AtomicInteger();
            Crowd.does(24, 12, () -> shop.take(campaign, people.get(next.getAndIncrement() % 3)));
            List<UUID> taken = people.stream()
                    .flatMap(member -> shop.vouchers.of(shop.cashier(), member, false).stream())
                    .map(voucher -> voucher.id())
                    .toList();
            AtomicInteger sales = new AtomicInteger();
            Crowd.does(
                    24,
                    12,
                    () -> shop.pay(
                            shop.cashier(),
                            List.of(TestVouchers.use(taken.get(sales.get() % taken.size()), 100)),
                            "M" + sales.incrementAndGet()));
            return shop.vouchers.check().stream().map(Finding::detail).toList();
        }
    }

    /** Opens accounts of a kind without their floor. */
    private static UnaryOperator<Ledger> opening(BiFunction<AccountTerms, String, Boolean> which) {
        return real -> like(real, (method, arguments) -> {
            if (method.getName().equals("cap")) {
                return new Object[0]; // an account without a floor has no caps either
            }
            if (method.getName().equals("open")
                    && arguments[0] instanceof AccountTerms terms
                    && which.apply(terms, terms.kind())) {
                arguments[0] = AccountTerms.free(terms.merchantId(), terms.kind(), terms.unit(), terms.owner());
            }
            return arguments;
        });
    }

    /** Leaves the claims of a scope out of every journal. */
    private static UnaryOperator<Ledger> forgetting(String scope) {
        return real -> like(real, (method, arguments) -> {
            if (method.getName().equals("post")) {
                arguments[0] = without((Journal) arguments[0], scope);
            } else if (method.getName().equals("submit")) {
                Submission asked = (Submission) arguments[0];
                arguments[0] = new Submission(without(asked.journal(), scope), asked.command(), asked.companion());
            }
            return arguments;
        });
    }

    private static Journal without(Journal journal, String scope) {
        Journal.Facts facts = journal.facts();
        return new Journal(
                journal.id(),
                journal.kind(),
                journal.scope(),
                facts.claiming(facts.claims().stream()
                        .filter(claim -> !claim.scope().equals(scope))
                        .toList()),
                journal.postings());
    }

    private static Ledger like(Ledger real, BiFunction<Method, Object[], Object[]> changing) {
        return (Ledger) Proxy.newProxyInstance(
                VoucherMutantsTest.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, arguments) -> {
                    try {
                        Object[] asked = changing.apply(method, arguments);
                        return asked.length < method.getParameterCount() ? null : method.invoke(real, asked);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
