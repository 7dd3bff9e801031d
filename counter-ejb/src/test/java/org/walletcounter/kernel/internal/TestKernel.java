package org.walletcounter.kernel.internal;

import java.time.Clock;
import javax.sql.DataSource;
import org.walletcounter.kernel.Idempotency;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.testing.Heard;

/** The real kernel beans on a test database, without a container. Other modules' tests may use them too. */
public final class TestKernel {

    private TestKernel() {}

    /** The rule and parameter centre. */
    public static Parameters parameters(DataSource database, Clock clock) {
        ParametersBean bean = new ParametersBean();
        bean.database = database;
        bean.clock = clock;
        bean.acts = new Heard<>();
        return bean;
    }

    /** The outbox; nobody empties it. */
    public static Outbox outbox(DataSource database) {
        OutboxBean bean = new OutboxBean();
        bean.database = database;
        return bean;
    }

    /** Commands that run once. */
    public static Idempotency idempotency(DataSource database) {
        IdempotencyBean bean = new IdempotencyBean();
        bean.database = database;
        return bean;
    }
}
