package org.walletcounter.web.api.orders;

import org.walletcounter.orders.BasketLine;
import org.walletcounter.web.api.JsonBody;

/** Reads the lines of baskets. */
public final class BasketLines {

    private BasketLines() {}

    /** One line. */
    public static BasketLine read(JsonBody line) {
        return new BasketLine(
                line.optionalText("sku"),
                line.optionalText("text"),
                line.count("quantity"),
                line.optionalNumber("unitAmount"));
    }
}
