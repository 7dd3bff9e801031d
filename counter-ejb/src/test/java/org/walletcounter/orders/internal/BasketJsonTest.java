package org.walletcounter.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.walletcounter.orders.BasketLine;

class BasketJsonTest {

    @Test
    void aParkedBasketComesBackAsItWas() {
        List<BasketLine> lines = List.of(
                new BasketLine("85123A", null, 2, null),
                new BasketLine("MILK", null, 1, null, 2),
                new BasketLine(null, "礼品包装 \"rot\"", 1, 150L),
                new BasketLine("85123A", null, 1, Long.MAX_VALUE));
        assertThat(BasketJson.read(BasketJson.write(lines))).isEqualTo(lines);
    }
}
