package org.walletcounter.reporting;

import java.io.OutputStream;
import java.util.List;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;

/** The door to printed reports (报表). Thread-safe. */
public interface Reports {

    /** The reports the actor may make, by code. */
    List<String> codes(Actor actor);

    /** The same with their titles in a language, "en" or "zh". */
    List<ReportView> offered(Actor actor, String language);

    /**
     * Writes a report. Nothing is written before the report is whole, so a refusal always comes instead of a file, never
     * in the middle of one. The stream stays open.
     *
     * @throws CounterException in the order of {@link ReportingError}
     */
    void write(Actor actor, ReportOrder order, OutputStream target);

    /** Prints once for nobody, so that the first reader does not wait for templates and typeface. */
    void warmUp();
}
