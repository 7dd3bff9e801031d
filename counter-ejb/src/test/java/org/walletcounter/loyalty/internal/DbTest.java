package org.walletcounter.loyalty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.testing.TestDatabase;

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
}
