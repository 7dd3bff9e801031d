package org.walletcounter.ledger.internal;

import org.eclipse.microprofile.config.Config;

/**
 * What an operator may set of the ledger.
 *
 * @param writers how many threads commit batches ({@code counter.ledger.writers})
 * @param batch how many journals one transaction takes at most ({@code counter.ledger.batch})
 * @param crowd how many must wait for a writer to begin while another one commits, each of many debits counted
 *     ({@code counter.ledger.crowd})
 * @param queue how many may wait before new ones are refused, many debits that came as one counted once
 *     ({@code counter.ledger.queue})
 * @param stopSeconds how long a stopping server waits for the writers ({@code counter.ledger.stop-seconds})
 */
record LedgerSettings(int writers, int batch, int crowd, int queue, int stopSeconds) {

    static final LedgerSettings STANDARD = new LedgerSettings(2, 200, 32, 2000, 10);

    /** Refuses what cannot work. */
    LedgerSettings {
        if (writers < 1 || batch < 1 || crowd < 1 || queue < 1 || stopSeconds < 0) {
            throw new IllegalArgumentException("counter.ledger.writers, batch, crowd and queue must be 1 or more.");
        }
    }

    static LedgerSettings read(Config config) {
        return new LedgerSettings(
                config.getOptionalValue("counter.ledger.writers", Integer.class).orElse(STANDARD.writers),
                config.getOptionalValue("counter.ledger.batch", Integer.class).orElse(STANDARD.batch),
                config.getOptionalValue("counter.ledger.crowd", Integer.class).orElse(STANDARD.crowd),
                config.getOptionalValue("counter.ledger.queue", Integer.class).orElse(STANDARD.queue),
                config.getOptionalValue("counter.ledger.stop-seconds", Integer.class)
                        .orElse(STANDARD.stopSeconds));
    }
}
