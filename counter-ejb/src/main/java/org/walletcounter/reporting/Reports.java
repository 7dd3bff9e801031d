package org.walletcounter.reporting;

import java.io.OutputStream;
import java.util.List;
import org.walletcounter.kernel.Actor;

/** The door to printed reports (报表). Thread-safe. */
public interface Reports {

    /** The reports the actor may make. */
    List<String> codes(Actor actor);

    /** Writes a report. The stream stays open. Refuses with {@link ReportingError}. */
    void write(Actor actor, ReportOrder order, OutputStream target);
}
