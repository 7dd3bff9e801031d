package org.walletcounter.kernel;

/** What is to happen once the running transaction has been committed, on this node and outside of it. Thread-safe. */
@FunctionalInterface
public interface AfterCommit {

    /** Runs the act when the running transaction has ended, unless it was rolled back. The act should not fail. */
    void run(Runnable act);
}
