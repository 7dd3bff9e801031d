package org.walletcounter.kernel.internal;

import java.time.Clock;
import javax.sql.DataSource;
import org.walletcounter.kernel.Changes;
import org.walletcounter.kernel.Idempotency;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.ParameterCentre;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.testing.Heard;

/** The real kernel beans on a test database, without a container. Other modules' tests may use them too. */
public final class TestKernel {

    private TestKernel() {}

    /** The rule and parameter centre, with the values in force. */
    public static House house(DataSource database, Clock clock) {
        return house(database, clock, subject -> 0);
    }

    /** The same on a node that hears of these changes. */
    static House house(DataSource database, Clock clock, Changes changes) {
        RememberedParameters values = new RememberedParameters(clock, changes);
        values.database = database;
        ParameterCentreBean centre = new ParameterCentreBean();
        centre.database = database;
        centre.clock = clock;
        centre.acts = new Heard<>();
        centre.values = values;
        centre.afterCommit = Runnable::run;
        return new House(values, centre);
    }

    /** What is in force, and where it is set. */
    public record House(Parameters values, ParameterCentre centre) {}

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
