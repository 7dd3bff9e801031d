package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.testing.ExplainedQueries;
import org.walletcounter.testing.TestDatabase;

/** What left an account on a day that is over, as a late tap's cap asks for it while the account is locked. */
class PastDaysTest {

    private static final Instant NOW = Instant.parse("2026-09-15T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private final TestDatabase database = TestDatabase.fresh();
    private final ExplainedQueries queries = new ExplainedQueries(database.app(), "ledger.posting");
    private final UUID merchant = database.newMerchant();

    @Test
    void isNotLookedForInMonthsThatCannotHoldIt() throws SQLException {
        for (int month = 1; month <= 5; month++) {
            Instant then = NOW.minus(Duration.ofDays(31L * month));
            spend(then, LocalDate.ofInstant(then, ZoneOffset.UTC), 1000);
        }
        AccountId wallet = spend(NOW, YESTERDAY, 30);

        assertThat(lookedUp(wallet).outOn(YESTERDAY)).isEqualTo(30);
        assertThat(String.join("\n", queries.plans()))
                .contains("posting_y2026m09", "journal_y2026m09")
                .doesNotContainPattern("_y2026m0[1-8]");
    }

    /** On the first islands a day begins at ten of the day before in UTC; and a gate may tell of it weeks later. */
    @Test
    void isFoundWhereverItsDayBeganAndHoweverLateItCame() throws SQLException {
        spend(Instant.parse("2026-09-13T10:00:00Z"), YESTERDAY, 100);
        spend(NOW.minus(Duration.ofDays(1)), YESTERDAY, 20);
        spend(NOW, TODAY, 4000);
        AccountId wallet = spend(NOW.plus(Duration.ofDays(20)), YESTERDAY, 3);

        assertThat(lookedUp(wallet).outOn(YESTERDAY)).isEqualTo(123);
    }

    @Test
    void isFoundOfDaysBeforeThereWereIds() throws SQLException {
        LocalDate longAgo = LocalDate.of(1900, 1, 1);
        AccountId wallet = spend(NOW, longAgo, 7);

        assertThat(lookedUp(wallet, longAgo).outOn(longAgo)).isEqualTo(7);
    }

    /** Tops a wallet up at a moment and spends it all for a day. */
    private AccountId spend(Instant moment, LocalDate day, long amount) {
        try (TestLedger ledger = TestLedger.on(database, Clock.fixed(moment, ZoneOffset.UTC))) {
            AccountId wallet = ledger.wallet(merchant, "member:1");
            ledger.submit(ledger.transfer(merchant, ledger.free(merchant, "cash"), wallet, amount));
            Journal sale = ledger.transfer(merchant, wallet, ledger.free(merchant, "revenue"), amount);
            assertThat(ledger.submit(TestLedger.with(sale, Journal.Facts.plain(moment, day, "{}"))))
                    .isInstanceOf(Outcome.Posted.class);
            return wallet;
        }
    }

    private LockedAccount lookedUp(AccountId wallet) throws SQLException {
        return lookedUp(wallet, YESTERDAY);
    }

    private LockedAccount lookedUp(AccountId wallet, LocalDate day) throws SQLException {
        LockedAccount account = new LockedAccount(
                new LockedAccount.Terms(wallet.value(), merchant, "GBP", 0L, false),
                new LockedAccount.Caps(null, 1000L),
                new LockedAccount.Standing(0, 0, TODAY, 0));
        try (Connection connection = queries.source().getConnection()) {
            SettingTheScene.readPastDay(connection, account, day);
        }
        return account;
    }
}
