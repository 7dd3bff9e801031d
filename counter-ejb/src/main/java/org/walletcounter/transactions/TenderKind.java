package org.walletcounter.transactions;

/** What a customer pays with (支付方式). */
public enum TenderKind {
    /** The member's own wallet with us. */
    WALLET,
    /** Notes and coins. */
    CASH,
    /** Money that was taken before this system was there; only imports use it. */
    HISTORICAL
}
