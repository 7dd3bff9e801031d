package org.walletcounter.reporting.internal.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.reporting.ReportingError;
import org.walletcounter.testing.TestDatabase;

/** Of orders to make the roll-ups again, one is carried out at a time. */
class SoleOrderTest {

    private final DataSource books = TestDatabase.shared().app();

    @Test
    void aSecondOrderIsRefusedUntilTheFirstIsGivenBack() throws SQLException {
        SoleOrder first = SoleOrder.take(books);
        assertThatThrownBy(() -> SoleOrder.take(books))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ReportingError.REBUILD_RUNNING));

        first.close();
        try (SoleOrder second = SoleOrder.take(books)) {
            assertThat(second).isNotNull();
        }
    }
}
