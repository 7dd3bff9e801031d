package org.walletcounter.transactions;

import org.walletcounter.kernel.ErrorCode;

/** What the transactions module refuses, in the order it is checked. */
public enum TransactionError implements ErrorCode {
    /** The store, the till or the gate is closed: it takes no money, and no refund or cancellation may name it. */
    PLACE_CLOSED(Kind.REFUSED),
    /** The sale number is empty, longer than 64 characters or has other than letters, digits and - . _ / : in it. */
    SALE_NUMBER_INVALID(Kind.INVALID),
    /** The amount is not above zero. */
    AMOUNT_NOT_POSITIVE(Kind.INVALID),
    /** The amount is more than is paid at once; a barcode was read into its field, most likely. */
    AMOUNT_TOO_LARGE(Kind.INVALID),
    /** The amount is not in the currency of the merchant or wallet. */
    CURRENCY_MISMATCH(Kind.INVALID),
    /** The amount is not the basket's total. Price the basket again. */
    AMOUNT_IS_NOT_TOTAL(Kind.CONFLICT),
    /** The tenders do not sum to the amount, or one of them is not above zero. */
    TENDERS_DO_NOT_SUM(Kind.INVALID),
    /** Less cash was received than the cash tender covers. */
    CASH_TOO_LITTLE(Kind.INVALID),
    /** A wallet tender needs the customer's code. */
    NO_PAYER(Kind.INVALID),
    /** Points are spent by who shows their payment code. */
    POINTS_NEED_PAYER(Kind.INVALID),
    /** A voucher, budget or the points that the price was reckoned with are gone meanwhile. Price the basket again. */
    PRICE_CHANGED(Kind.CONFLICT),
    /** This sale number has been paid. */
    SALE_ALREADY_PAID(Kind.CONFLICT),
    /** Taps come from gates, and a gate has a key; whoever is signed in themselves takes payments. */
    NOT_A_GATE(Kind.REFUSED),
    /** A batch has 1 to 500 taps. */
    TAPS_TOO_MANY(Kind.INVALID),
    /** The tap's id is not a UUID of version 7. */
    TAP_ID_INVALID(Kind.INVALID),
    /** The tap, or the moment in its id, is more than 31 days old or lies in the future. */
    TAP_OUT_OF_TIME(Kind.INVALID),
    /** The fare is above what the house lets a gate take. */
    FARE_TOO_HIGH(Kind.REFUSED),
    /** Another tap has been sent under this id. */
    TAP_ID_REUSED(Kind.CONFLICT),
    /** No such tap in your scope. */
    NO_SUCH_TAP(Kind.NOT_FOUND),
    /** The house gives no points for fares, so points pay none. */
    TRIPS_EARN_NOTHING(Kind.REFUSED),
    /** No such payment in your scope. */
    NO_SUCH_PAYMENT(Kind.NOT_FOUND),
    /** Only a payment that succeeded can be refunded or cancelled. */
    PAYMENT_NOT_PAID(Kind.REFUSED),
    /** The payment gathers the taps of many people: what one of them is owed is not given back here. */
    PAID_BY_MANY(Kind.REFUSED),
    /** The reason is not one of the list. */
    REASON_INVALID(Kind.INVALID),
    /** Either an amount comes back or goods; name one of them. */
    AMOUNT_OR_LINES(Kind.INVALID),
    /** The sale has no such line, or more pieces would come back than are still kept. */
    RETURNS_MORE_THAN_SOLD(Kind.REFUSED),
    /** The lines of this sale cannot be reckoned with; give an amount back instead. */
    LINES_UNKNOWN(Kind.REFUSED),
    /** Everything has come back already. */
    NOTHING_LEFT(Kind.REFUSED),
    /** More than what is left of the payment. */
    EXCEEDS_PAID(Kind.REFUSED),
    /** A payment can be cancelled on its own business day only, and as a whole; refund it instead. */
    TOO_LATE_TO_CANCEL(Kind.REFUSED),
    /** The wallet would hold more than the house allows. */
    WALLET_TOO_FULL(Kind.REFUSED),
    /** There is no ticket of this lottery left to draw. */
    NO_TICKET_LEFT(Kind.REFUSED),
    /** One member may draw so many tickets of this lottery, and has. */
    DRAWS_USED_UP(Kind.REFUSED),
    /** One member may win so many prizes of this lottery, and has. */
    WINS_USED_UP(Kind.REFUSED),
    /** No such prize in your scope. */
    NO_SUCH_PRIZE(Kind.NOT_FOUND),
    /** The prize has been handed over already. */
    PRIZE_HANDED_OVER(Kind.CONFLICT),
    /** The prize is not one that is handed over, or it was taken back with the sale. */
    NOT_TO_BE_HANDED_OVER(Kind.REFUSED),
    /** The seed is not known yet: draws can be checked when nothing can be drawn any more. */
    NOT_REVEALED_YET(Kind.REFUSED),
    /** A member's limit for a month is above zero, and below what anybody spends. */
    SPENDING_LIMIT_INVALID(Kind.INVALID),
    /** Whether it has been paid is not known yet. Ask again with the same key until it is; take no other money meanwhile. */
    OUTCOME_UNKNOWN(Kind.UNAVAILABLE);

    private final Kind kind;

    TransactionError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "transactions";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
