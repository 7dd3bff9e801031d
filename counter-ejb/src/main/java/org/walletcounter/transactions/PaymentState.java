package org.walletcounter.transactions;

/** Where a payment stands (支付状态). SUCCEEDED and REFUSED never change; what was refunded stands beside it. */
public enum PaymentState {
    /** Paid. */
    SUCCEEDED,
    /** Not paid, and never will be under this id. */
    REFUSED,
    /** Called back as a whole before the day was closed (撤销). */
    CANCELLED
}
