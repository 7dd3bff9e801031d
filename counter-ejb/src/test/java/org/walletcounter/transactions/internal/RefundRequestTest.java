package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.RefundRequest;

/** A command's content is told by its text, so a request from before an upgrade must be the same text after it. */
class RefundRequestTest {

    private static final UUID PAYMENT = new UUID(7, 8);
    private static final Money AMOUNT = Money.of(295, "GBP");

    @Test
    void withoutATillItIsTheTextOfARequestFromWhenThereWasNone() {
        assertThat(new RefundRequest(PAYMENT, AMOUNT, Map.of(2, 1), "damaged", null))
                .hasToString("RefundRequest[paymentId=" + PAYMENT + ", amount=" + AMOUNT
                        + ", lines={2=1}, reason=damaged, note=null]");
    }

    @Test
    void anotherTillIsAnotherRequest() {
        RefundRequest here = new RefundRequest(PAYMENT, null, Map.of(), "damaged", "", new UUID(1, 1));
        RefundRequest there = new RefundRequest(PAYMENT, null, Map.of(), "damaged", "", new UUID(2, 2));
        assertThat(here.toString()).isNotEqualTo(there.toString()).contains("tillId=" + new UUID(1, 1));
    }
}
