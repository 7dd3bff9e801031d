package org.walletcounter.web.api.orders;

import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.web.api.JsonBody;

/** Reads the lines of baskets. */
public final class BasketLines {

    private static final int MOST_DAYS = 36_500;

    private BasketLines() {}

    /** One line. */
    public static BasketLine read(JsonBody line) {
        return new BasketLine(
                line.optionalText("sku"),
                line.optionalText("text"),
                line.count("quantity"),
                line.optionalNumber("unitAmount"),
                daysLeft(line));
    }

    private static @Nullable Integer daysLeft(JsonBody line) {
        Long days = line.optionalNumber("daysLeft");
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            throw line.invalid("daysLeft");
        }
        return days == null ? null : days.intValue();
    }
}
