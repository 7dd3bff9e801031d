package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.internal.TestMerchants;
import org.walletcounter.testing.ExplainedQueries;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;
import org.walletcounter.transactions.PaymentQuery;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.internal.checkout.TestCheckout;

/** Lists of payments: in which order, each of them once, and how the database gets there. */
class FindingPaymentsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ExplainedQueries QUERIES = new ExplainedQueries(DATABASE.app(), "transactions.payment");
    private static final TestPersistence PERSISTENCE = new TestPersistence(new TestTransactions(QUERIES.source()));

    private final Merchants merchants = TestMerchants.on(PERSISTENCE, CLOCK);
    private final TestMerchants.Founded shop = TestMerchants.found(merchants);
    private final Actor cashier = shop.actor("cashier");
    private final Instant now = CLOCK.instant();
    private final LocalDate today = LocalDate.ofInstant(now, shop.merchant().zone());
    private final FindingPayments finding = finding();
    private int paid;

    private static FindingPayments finding() {
        Payments payments =
                new Payments(TestCheckout.kept(PERSISTENCE.current()), TestCheckout.taxes(PERSISTENCE.current()));
        payments.entities = PERSISTENCE.current();
        return new FindingPayments(payments, TestMerchants.directory(PERSISTENCE, CLOCK));
    }

    /** What was recorded when its day was over stands with its day, where a last one is asked for; else where it came. */
    @Test
    void eachPaymentIsListedOnceWhetherItsDayWasOverOrNot() {
        pay(today.minusDays(3));
        UUID first = pay(today.minusDays(2));
        UUID second = pay(today.minusDays(1));
        UUID late = pay(today.minusDays(2));
        UUID latest = pay(today);
        UUID beside = pay(today.minusDays(1));
        assertThat(pages(today.minusDays(2), today)).containsExactly(latest, beside, second, late, first);
        assertThat(pages(today.minusDays(2), null)).containsExactly(beside, latest, late, second, first);
    }

    @Test
    void whereDaysAreAskedForAPageFollowsAPaymentThatIsThere() {
        pay(today);
        PaymentQuery query = query(null, today, null, UUID.randomUUID().toString());
        assertThatThrownBy(() -> find(query))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(KernelError.BAD_CURSOR));
    }

    @Test
    void whatBeganBeforeThereWereIdsLeavesNothingOut() {
        UUID payment = pay(LocalDate.of(1900, 1, 1));
        assertThat(pages(LocalDate.of(1900, 1, 1), null)).containsExactly(payment);
    }

    /** A payment each minute for a fortnight, of which the shop's store took every thousandth. */
    @Test
    void listsOfAStoreAndOfDaysAreReadByTheirIndexesInTheMonthsThatCount() {
        DATABASE.asOwner(
                "INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount, currency,"
                        + " tender_kind, cashier_id, cashier, occurred_at, business_day)"
                        + " SELECT ledger.uuid_floor(moment), '" + shop.id() + "', CASE WHEN n % 1000 = 0 THEN '"
                        + shop.store().id() + "'::uuid ELSE '" + UUID.randomUUID() + "'::uuid END, 'M' || n,"
                        + " 'SUCCEEDED', 100, 'GBP', 'CASH', 'staff:1', 'Ada', moment,"
                        + " (moment AT TIME ZONE 'Europe/London')::date FROM (SELECT n, now() - n * interval '1 minute'"
                        + " AS moment FROM generate_series(1, 20000) n) sold",
                "ANALYZE transactions.payment");
        assertThat(planOf(query(today.minusDays(3), null, shop.store().id(), null)))
                .contains("store_id_id_idx")
                .doesNotContain(partition(YearMonth.now(CLOCK).minusMonths(2)));
        assertThat(planOf(query(today.minusDays(10), today.minusDays(10), null, null)))
                .contains("merchant_id_business_day_id_idx");
    }

    private static String partition(YearMonth month) {
        return String.format("payment_y%04dm%02d", month.getYear(), month.getMonthValue());
    }

    private String planOf(PaymentQuery query) {
        int before = QUERIES.plans().size();
        find(query);
        return QUERIES.plans().get(before);
    }

    /** All that is listed of these days, two on a page. */
    private List<UUID> pages(@Nullable LocalDate from, @Nullable LocalDate to) {
        List<UUID> listed = new ArrayList<>();
        String after = null;
        do {
            Page<PaymentView> page = find(query(from, to, null, after));
            page.items().forEach(each -> listed.add(each.id()));
            after = page.after();
        } while (after != null);
        return listed;
    }

    private Page<PaymentView> find(PaymentQuery query) {
        return PERSISTENCE.inNew(() -> finding.find(cashier, query));
    }

    private static PaymentQuery query(
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID store, @Nullable String after) {
        return new PaymentQuery(from, to, store, null, null, null, null, null, after, 2);
    }

    /** A payment of a day, recorded now, after those that were recorded before. */
    private UUID pay(LocalDate day) {
        UUID id = Ids.at(now.plusMillis(++paid));
        DATABASE.asOwner("INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount,"
                + " currency, tender_kind, cashier_id, cashier, occurred_at, business_day) VALUES ('" + id + "', '"
                + shop.id() + "', '" + shop.store().id() + "', 'S-" + id + "', 'SUCCEEDED', 100, 'GBP', 'CASH',"
                + " 'staff:1', 'Ada', '" + now + "', '" + day + "')");
        return id;
    }
}
