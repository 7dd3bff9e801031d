package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.testing.TestDatabase;

class StatementTest {

    private static final TestLedger LEDGER = TestLedger.on(TestDatabase.shared(), Clock.systemUTC());

    private final UUID merchant = TestDatabase.shared().newMerchant();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void theBalanceRunsThroughAllPages() {
        AccountId wallet = LEDGER.wallet(merchant, "member:1");
        AccountId cash = LEDGER.free(merchant, "cash");
        List<Long> expected = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            LEDGER.submit(LEDGER.transfer(merchant, cash, wallet, i * 10L));
            expected.add(0, i * (i + 1) * 5L);
            pause();
        }

        List<StatementLine> lines = new ArrayList<>();
        Page<StatementLine> page = LEDGER.door().statement(wallet, null, 3);
        lines.addAll(page.items());
        while (page.after() != null) {
            page = LEDGER.door().statement(wallet, page.after(), 3);
            lines.addAll(page.items());
        }

        assertThat(lines).extracting(StatementLine::balance).containsExactlyElementsOf(expected);
        assertThat(LEDGER.door().statement(cash, null, 1).items())
                .extracting(StatementLine::balance)
                .containsExactly(-280L);
    }

    @Test
    void aFreeAccountsBalanceIsTheSameBeforeAndAfterTheRollUp() {
        AccountId revenue = LEDGER.free(merchant, "revenue");
        LEDGER.submit(LEDGER.transfer(merchant, LEDGER.free(merchant, "cash"), revenue, 25));
        assertThat(LEDGER.balance(revenue)).isEqualTo(25);
        assertThat(LEDGER.foldTail()).isPositive();
        assertThat(LEDGER.balance(revenue)).isEqualTo(25);
        LEDGER.submit(LEDGER.transfer(merchant, LEDGER.free(merchant, "cash"), revenue, 5));
        assertThat(LEDGER.balance(revenue)).isEqualTo(30);
    }

    @Test
    void aStrangeCursorIsRefused() {
        AccountId wallet = LEDGER.wallet(merchant, "member:1");
        assertThatThrownBy(() -> LEDGER.door().statement(wallet, "nonsense", 3)).hasMessageContaining("BAD_CURSOR");
    }

    /** Ids of one millisecond have no order among themselves. */
    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
    }
}
