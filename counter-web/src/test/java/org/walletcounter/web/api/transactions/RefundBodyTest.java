package org.walletcounter.web.api.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.web.api.JsonBody;

class RefundBodyTest {

    @Test
    void the_same_line_named_twice_means_both() {
        assertThat(RefundBody.read(UUID.randomUUID(), body(1, 2)).lines()).isEqualTo(Map.of(1, 3));
    }

    @Test
    void more_pieces_than_can_be_counted_are_refused_at_the_lines() {
        assertThatThrownBy(() -> RefundBody.read(UUID.randomUUID(), body(2_000_000_000, 2_000_000_000)))
                .isInstanceOfSatisfying(CounterException.class, refused -> {
                    assertThat(refused.error()).isEqualTo(KernelError.FIELD_INVALID);
                    assertThat(refused.field()).isEqualTo("lines");
                });
    }

    private static JsonBody body(int pieces, int more) {
        return JsonBody.of("{\"reason\":\"returned\",\"lines\":[{\"line\":1,\"quantity\":" + pieces
                + "},{\"line\":1,\"quantity\":" + more + "}]}");
    }
}
