package org.walletcounter.run;

/** The counter cannot start; the message is one sentence for the person at the keyboard: what is wrong and what to do. */
public final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotRun(String sentence) {
        super(sentence);
    }

    public CannotRun(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
