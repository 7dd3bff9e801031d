package org.walletcounter.loyalty.internal.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.TestShop;
import org.walletcounter.testing.ExplainedQueries;
import org.walletcounter.testing.TestDatabase;

/** How the database gets to what members measure. */
class MeasuringTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ExplainedQueries queries = new ExplainedQueries(database.app(), "transactions.payment");
    private final TestShop shop = new TestShop(database, Clock.systemUTC());
    private final Measuring measuring = new Measuring(new Db(queries.source()), shop);

    /** A payment every two minutes for eight weeks; and just now one member pays for a whole crowd, one by one. */
    @Test
    void whoHasPaidJustNowIsMeasuredWithoutReadingWhatOthersPaid() {
        UUID payer = UUID.randomUUID();
        database.asOwner(
                "INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount, currency,"
                        + " tender_kind, member_id, cashier_id, cashier, occurred_at, business_day)"
                        + " SELECT ledger.uuid_floor(moment), '" + shop.merchant + "', '" + new UUID(0, 1)
                        + "', 'M' || n, 'SUCCEEDED', 100, 'GBP', 'CASH', CASE WHEN n > 0"
                        + " THEN md5((n % 20000)::text)::uuid ELSE '" + payer + "'::uuid END, 'staff:1', 'Ann', moment,"
                        + " (moment AT TIME ZONE 'UTC')::date FROM (SELECT n, now() - CASE WHEN n > 0"
                        + " THEN n * interval '2 minutes' + interval '10 minutes' ELSE n * interval '-0.1 seconds' END"
                        + " AS moment FROM generate_series(-1999, 40000) n) sold",
                "ANALYZE transactions.payment");
        TierScheme scheme = TiersTest.scheme(TierScheme.Downgrade.ONE_DOWN, 30, 10);

        assertThat(measuring.recent(
                        scheme, shop.merchant, shop.today(), Instant.now().minus(Duration.ofMinutes(8))))
                .containsExactly(new Measuring.Measured(payer, 200_000, null));
        List<String> plans = queries.plans();
        assertThat(plans.get(plans.size() - 1))
                .contains("member_id_id_idx")
                .doesNotContain(
                        "Seq Scan on " + partition(YearMonth.now(ZoneOffset.UTC).minusMonths(1)));
    }

    private static String partition(YearMonth month) {
        return String.format("payment_y%04dm%02d", month.getYear(), month.getMonthValue());
    }
}
