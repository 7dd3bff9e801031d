package org.walletcounter.orders;

import org.walletcounter.kernel.ErrorCode;

/** What the orders module refuses, in the order it is checked. */
public enum OrderError implements ErrorCode {
    /** A sale has 1 to 500 lines. */
    LINE_COUNT(Kind.INVALID),
    /** A quantity is 1 to 100,000. */
    QUANTITY_INVALID(Kind.INVALID),
    /** No such product, or it is no longer sold. */
    NO_SUCH_PRODUCT(Kind.NOT_FOUND),
    /** A line needs an amount above zero, and all lines together no more than is paid at once. */
    AMOUNT_INVALID(Kind.INVALID),
    /** Your role may not change a product's price. */
    PRICE_OVERRIDE_NOT_ALLOWED(Kind.FORBIDDEN),
    /** The product is priced in another currency than the one asked for. */
    OTHER_CURRENCY(Kind.INVALID),
    /** The product's data are incomplete: SKU, a name, a category and a price of zero or more are needed. */
    PRODUCT_INVALID(Kind.INVALID),
    /** The SKU or barcode belongs to another product. */
    PRODUCT_CODE_TAKEN(Kind.CONFLICT),
    /** The parked sale has been resumed or dropped already. */
    NO_SUCH_PARKED_SALE(Kind.NOT_FOUND);

    private final Kind kind;

    OrderError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "orders";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
