package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

class JdbcLedgerTest {

    @Test
    void whatTheDatabaseRefusesCanBeQuotedToTheSupport() {
        SQLException refused = new SQLException("in a batch", null, new SQLException("no such table", "42P01"));
        CounterException refusal = JdbcLedger.unavailable(refused);
        assertThat(refusal.error()).isEqualTo(KernelError.INTERNAL);
        assertThat(refusal.arguments()).containsExactly("42P01");
        assertThat(refusal).hasCause(refused);
    }
}
