package org.walletcounter.vouchers.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.testing.TestDatabase;

class DatabaseTest {

    @Test
    void whatTheDatabaseRefusesIsAFaultOfOursWithItsCause() {
        Database database = Database.over(TestDatabase.shared().app());
        assertThatThrownBy(() -> database.change("DELETE FROM vouchers.nowhere"))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(KernelError.INTERNAL))
                .hasCauseInstanceOf(SQLException.class);
    }

    /** While the database is away the pool says so in its own words. Nothing is wrong with us then. */
    @Test
    void aPoolWithoutAConnectionIsADatabaseThatIsAway() {
        SQLException none = new SQLException("IJ000453: Unable to get managed connection");
        Database database = Database.over(withoutConnections(none));
        assertThatThrownBy(() -> database.number("SELECT 1"))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(KernelError.UNAVAILABLE))
                .hasCause(none);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "53200", "55P03", "57P01"})
    void whatPassesByItselfIsADatabaseThatIsAway(String state) {
        Database database = Database.over(withoutConnections(new SQLException("wait", state)));
        assertThatThrownBy(() -> database.number("SELECT 1"))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(KernelError.UNAVAILABLE));
    }

    private static DataSource withoutConnections(SQLException failure) {
        return (DataSource) Proxy.newProxyInstance(
                DatabaseTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    throw failure;
                });
    }
}
