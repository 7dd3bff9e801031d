package org.walletcounter.run;

/** A short wait between two looks. */
final class Pause {

    private Pause() {}

    static void millis(long length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while waiting.", e);
        }
    }
}
