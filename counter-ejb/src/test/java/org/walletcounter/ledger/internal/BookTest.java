package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.testing.TestDatabase;

/** The walls that PostgreSQL itself puts around the book: whoever comes by hand meets them too. */
class BookTest {

    /** Tables of the ledger and of payments that are cut by month. */
    private static final int PARTITIONED = 16;

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestLedger LEDGER = TestLedger.on(DATABASE, Clock.systemUTC());

    private final UUID merchant = DATABASE.newMerchant();
    private AccountId cash;
    private AccountId wallet;
    private Journal booked;

    @BeforeEach
    void aJournal() {
        cash = LEDGER.free(merchant, "cash");
        wallet = LEDGER.wallet(merchant, "member:1");
        Journal plain = LEDGER.transfer(merchant, cash, wallet, 500);
        booked =
                TestLedger.with(plain, plain.facts().claiming(List.of(new Claim("sale", "1", LedgerError.NAME_TAKEN))));
        LEDGER.submit(booked);
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.journal SET kind = 'x'",
                "DELETE FROM ledger.journal",
                "TRUNCATE ledger.journal",
                "UPDATE ledger.posting SET amount = amount * 2",
                "DELETE FROM ledger.posting",
                "TRUNCATE ledger.posting",
                "UPDATE ledger.claim SET journal_id = NULL",
                "DELETE FROM ledger.claim",
                "TRUNCATE ledger.claim"
            })
    void whatIsBookedCannotBeChanged(String change) {
        assertThatThrownBy(() -> asApplication(change)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DATABASE.asOwner(change)).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void thePartitionsAreWalledToo() throws SQLException {
        String month = "ledger.posting_y"
                + Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getYear() + "m"
                + String.format(
                        "%02d",
                        Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getMonthValue());
        assertThatThrownBy(() -> asApplication("INSERT INTO " + month + " SELECT * FROM " + month))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DATABASE.asOwner("DELETE FROM " + month))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> DATABASE.asOwner("TRUNCATE " + month))
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> DATABASE.asOwner(posting(month, 3, 1)))
                .rootCause()
                .hasMessageContaining("do not balance");
    }

    @Test
    void postingsThatDoNotBalanceAreStopped() {
        assertThatThrownBy(() -> DATABASE.asOwner(posting("ledger.posting", 3, 1)))
                .rootCause()
                .hasMessageContaining("do not balance");
        assertThatThrownBy(() -> asApplication(posting("ledger.posting", 3, 1))).hasMessageContaining("do not balance");
    }

    @Test
    void postingsBelongToAJournal() {
        String orphan = "INSERT INTO ledger.posting VALUES ('" + Ids.next(Clock.systemUTC()) + "', 1, " + wallet.value()
                + ", 1), ('" + Ids.next(Clock.systemUTC()) + "', 1, " + wallet.value() + ", -1)";
        assertThatThrownBy(() -> DATABASE.asOwner(orphan)).rootCause().hasMessageContaining("do not balance");
        UUID nobody = Ids.next(Clock.systemUTC());
        String balanced = "INSERT INTO ledger.posting VALUES ('" + nobody + "', 1, " + wallet.value() + ", 1), ('"
                + nobody + "', 2, " + wallet.value() + ", -1)";
        assertThatThrownBy(() -> DATABASE.asOwner(balanced)).rootCause().hasMessageContaining("there is no journal");
    }

    @Test
    void aWalletBelowItsFloorIsStopped() {
        assertThatThrownBy(() -> asApplication("UPDATE ledger.account SET balance = -1 WHERE id = " + wallet.value()))
                .hasMessageContaining("account_floor");
    }

    @Test
    void partitionsAreMadeAheadByTheApplication() throws SQLException {
        Instant later = Clock.systemUTC().instant().plus(Duration.ofDays(200));
        Housekeeping then = new Housekeeping(LEDGER.own(), Clock.fixed(later, ZoneOffset.UTC));

        assertThat(then.makePartitions()).isEqualTo(5 * PARTITIONED);
        assertThat(then.makePartitions()).isZero();
        assertThat(sampledOtherwiseThanTheirTable()).isZero();

        TestLedger tomorrow = TestLedger.on(DATABASE, Clock.fixed(later, ZoneOffset.UTC));
        try (tomorrow) {
            assertThat(tomorrow.submit(tomorrow.transfer(merchant, cash, wallet, 1)))
                    .isInstanceOf(Outcome.Posted.class);
        }
    }

    /** Gates keep taps for 31 days; on the first of March these come from February and from January. */
    @Test
    void afterALongStopThereIsRoomForTheTapsThatGatesKept() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        int year = Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getYear() + 2;
        Instant march = LocalDate.of(year, 3, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

        new Housekeeping(database.app(), Clock.fixed(march, ZoneOffset.UTC)).makePartitions();

        try (Connection connection = database.app().getConnection();
                PreparedStatement tap = connection.prepareStatement(
                        "INSERT INTO transactions.tap (id, merchant_id,"
                                + " payment_id, member_id, account_id, amount, at, offline, content)"
                                + " VALUES (?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 100, now(), true, 1)")) {
            for (long days : List.of(31L, 20L, 0L)) {
                tap.setObject(1, Ids.at(march.minus(Duration.ofDays(days))));
                assertThat(tap.executeUpdate()).isEqualTo(1);
            }
        }
    }

    @Test
    void aJournalIsLookedForByItsIdThoughItsMonthWasAnalysedEmpty() throws SQLException {
        Instant later = Clock.systemUTC().instant().plus(Duration.ofDays(700));
        Clock then = Clock.fixed(later, ZoneOffset.UTC);
        new Housekeeping(LEDGER.own(), then).makePartitions();
        DATABASE.asOwner("ANALYZE ledger.journal");
        long before = walks(later, 0);
        try (TestLedger ledger = TestLedger.on(DATABASE, then)) {
            ledger.submit(ledger.transfer(merchant, cash, wallet, 1));
            ledger.submit(ledger.transfer(merchant, cash, wallet, 1));
        }
        assertThat(walks(later, 2)).isEqualTo(before);
    }

    /** How often somebody walked through the journals of a month, told when it is known that so many were booked there. */
    private static long walks(Instant moment, long booked) throws SQLException {
        String month = DateTimeFormatter.ofPattern("'journal_y'yyyy'm'MM", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(moment);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            try (Connection connection = LEDGER.own().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT seq_scan, n_tup_ins FROM pg_stat_user_tables"
                            + " WHERE schemaname = 'ledger' AND relname = '" + month + "'")) {
                row.next();
                if (row.getLong(2) >= booked) {
                    return row.getLong(1);
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("The database does not say what was booked in " + month + ".");
    }

    private static long sampledOtherwiseThanTheirTable() throws SQLException {
        try (Connection connection = LEDGER.own().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_inherits i"
                                + " JOIN pg_class t ON t.oid = i.inhparent AND t.relkind = 'p'"
                                + " JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attnum > 0 AND NOT p.attisdropped"
                                + " JOIN pg_attribute c ON c.attrelid = i.inhrelid AND c.attname = p.attname"
                                + " WHERE p.attstattarget IS DISTINCT FROM c.attstattarget OR coalesce(p.attstattarget, -1) < 0")) {
            row.next();
            return row.getLong(1);
        }
    }

    private String posting(String table, int line, long amount) {
        return "INSERT INTO " + table + " VALUES ('" + booked.id() + "', " + line + ", " + wallet.value() + ", "
                + amount + ")";
    }

    private static void asApplication(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
