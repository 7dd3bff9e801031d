package org.walletcounter.ledger;

/** The identity of a ledger account. */
public record AccountId(long value) {}
