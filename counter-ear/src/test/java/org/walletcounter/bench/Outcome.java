package org.walletcounter.bench;

import java.time.Instant;
import java.util.List;

/**
 * Everything a run has found.
 *
 * @param machine what it ran on, as {@link #machine(String)} tells it
 * @param wrong answers that were neither what was asked for nor an orderly refusal of too much work
 * @param findings of the ledger's check over all that was written; empty when the books are whole
 */
public record Outcome(
        Instant started,
        String machine,
        String mode,
        int rounds,
        List<Figure> figures,
        List<Sheet> sheets,
        long wrong,
        String findings) {

    /** Whether the figures mean anything: every answer right, every book whole. */
    public boolean isSound() {
        return wrong == 0 && findings.isEmpty();
    }

    /** The machine this process runs on, with a database as {@link DatabaseMemory#toString} tells it. */
    static String machine(String database) {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version") + ", "
                + database;
    }
}
