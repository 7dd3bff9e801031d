package org.walletcounter.bench.goals;

/** The scripts of the limit, by their names. */
final class Yardstick {

    /** One payment, statement by statement, one transaction: letter (b) of the design. */
    static final String PAYMENT = "payment";

    /** The same, all to one merchant: letter (d1). */
    static final String ONE_MERCHANT = "payment-one-merchant";

    /** Fifty taps in one transaction, each debited from its wallet: part of (e). */
    static final String TAPS = "taps-fifty";

    /** The same with the rows that a book keeps of them. */
    static final String BOOKED_TAPS = "taps-fifty-booked";

    /** The same with all that a counter has to keep of them, their cards looked up. */
    static final String KEPT_TAPS = "taps-fifty-kept";

    /** With how many clients the hot row does best. */
    static final int ONE_MERCHANT_CLIENTS = 8;

    /** With how many clients the taps do best. */
    static final int TAPS_CLIENTS = 4;

    /** How many taps one transaction takes. */
    static final int TAPS_AT_ONCE = 50;

    private Yardstick() {}
}
