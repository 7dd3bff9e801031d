package org.walletcounter.ledger;

/**
 * A broken promise that a check of the books has found.
 *
 * @param invariant its number in the list of promises, as in "I1"
 * @param subject the account, journal or hold it was found at
 * @param detail what was expected and what is there
 */
public record Finding(String invariant, String subject, String detail) {}
