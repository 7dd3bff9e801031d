package org.walletcounter.ledger;

/**
 * One line of a journal (分录): so many minor units into an account, or, with a minus, out of it.
 *
 * @param amount never zero
 */
public record Posting(AccountId account, long amount) {

    /** Refuses an empty line. */
    public Posting {
        if (amount == 0) {
            throw new IllegalArgumentException("A posting moves something; its amount is not zero.");
        }
    }
}
