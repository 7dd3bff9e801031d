package org.walletcounter.loyalty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestTransactions;

class DbTest {

    private final Db db = new Db(TestDatabase.shared().app());

    @Test
    void whatTheDatabaseRefusesCanBeQuotedToTheSupport() {
        assertThatThrownBy(() -> db.change("DELETE FROM loyalty.nowhere"))
                .isInstanceOfSatisfying(CounterException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(KernelError.INTERNAL);
                    assertThat(refusal.arguments()).containsExactly("42P01");
                });
    }

    /** The row that cannot be given is the last: a thousand have been handed over before the database comes to it. */
    @Test
    void manyRowsAreHandedOverWhileTheDatabaseStillMakesOthers() {
        TestTransactions transactions =
                new TestTransactions(TestDatabase.shared().app());
        Db joined = new Db(transactions.source());
        List<Integer> taken = new ArrayList<>();
        assertThatThrownBy(() -> transactions.in(() -> {
                    joined.each(
                            row -> row.getInt(1), taken::add, "SELECT n / (2500 - n) FROM generate_series(1, 2500) n");
                    return taken;
                }))
                .isInstanceOf(CounterException.class);
        assertThat(taken).hasSize(2_000);
        assertThat(joined.list(row -> row.getInt(1), "SELECT n FROM generate_series(1, 3) n"))
                .containsExactly(1, 2, 3);
    }
}
