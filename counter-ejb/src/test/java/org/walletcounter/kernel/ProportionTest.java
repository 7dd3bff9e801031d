package org.walletcounter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ProportionTest {

    @Property
    void is_the_exact_part_towards_zero(
            @ForAll @LongRange(min = -Long.MAX_VALUE) long amount,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long part,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long rest) {
        long whole = Math.max(1, part + rest);
        BigDecimal exact = BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.DOWN);
        assertThat(new Proportion(part, whole).of(amount)).isEqualTo(exact.longValueExact());
    }

    @Test
    void of_nothing_there_are_no_parts() {
        assertThatThrownBy(() -> new Proportion(1, 0).of(1)).isInstanceOf(ArithmeticException.class);
    }
}
