package org.walletcounter.promotions.internal.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.testing.TestDatabase;

class TablesTest {

    private final Tables tables = new Tables(TestDatabase.shared().app());

    /** Told as a database that is away, it would be tried again and again, and nobody would hear of it. */
    @Test
    void whatTheDatabaseRefusesIsAFaultOfOursWithItsCause() {
        refused("42P01", () -> tables.change("DELETE FROM promotions.nowhere"));
        refused("42P01", () -> tables.list(row -> row.getInt(1), "SELECT 1 FROM promotions.nowhere"));
        refused("22012", () -> tables.list(row -> row.getInt(1), "SELECT 1 / ?", 0));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "none, UNAVAILABLE",
                "08006, UNAVAILABLE",
                "40P01, UNAVAILABLE",
                "53300, UNAVAILABLE",
                "55P03, UNAVAILABLE",
                "57P01, UNAVAILABLE",
                "23505, CHANGED_MEANWHILE",
                "23514, INTERNAL",
                "25006, INTERNAL",
                "P0001, INTERNAL"
            },
            nullValues = "none")
    void whatPassesByItselfIsUnavailable(@Nullable String state, KernelError error) {
        SQLException failure = new SQLException("refused", state);
        CounterException refusal = Tables.failed(failure);
        assertThat(refusal.error()).isEqualTo(error);
        assertThat(refusal).hasCause(failure);
    }

    private static void refused(String state, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(KernelError.INTERNAL))
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo(state));
    }
}
