package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;

class ReceiptTokenTest {

    private final UUID payment = Ids.next(Clock.systemUTC());
    private final UUID key = ReceiptToken.newKey();

    @Test
    void aTokenLeadsToItsPaymentAndOpensIt() {
        String token = ReceiptToken.of(payment, key);
        assertThat(token).hasSize(43).matches("[A-Za-z0-9_-]+");
        ReceiptToken parsed = ReceiptToken.parse(token).orElseThrow();
        assertThat(parsed.paymentId()).isEqualTo(payment);
        assertThat(parsed.opens(key)).isTrue();
    }

    @Test
    void anotherRandomHalfOpensNothing() {
        ReceiptToken guessed = new ReceiptToken(payment, ReceiptToken.newKey());
        assertThat(guessed.opens(key)).isFalse();
        assertThat(guessed.opens(null)).isFalse();
    }

    @Test
    void whatIsNoTokenIsNone() {
        assertThat(ReceiptToken.parse("")).isEmpty();
        assertThat(ReceiptToken.parse("x".repeat(42))).isEmpty();
        assertThat(ReceiptToken.parse("!".repeat(43))).isEmpty();
    }

    @Test
    void theRandomHalfUsesAllOfItsBits() {
        long ones = 0;
        long zeros = 0;
        for (int i = 0; i < 200; i++) {
            ones |= ReceiptToken.newKey().getMostSignificantBits();
            zeros |= ~ReceiptToken.newKey().getMostSignificantBits();
        }
        assertThat(ones).isEqualTo(-1);
        assertThat(zeros).isEqualTo(-1);
    }
}
