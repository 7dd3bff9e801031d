package org.walletcounter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountViewTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void what_has_left_and_what_is_held_counts_against_the_days_cap() {
        assertThat(account(100L, 5).leftOn(MONDAY)).isEqualTo(65);
        assertThat(account(100L, 90).leftOn(MONDAY)).isZero();
    }

    @Test
    void the_next_day_begins_with_nothing_gone_and_a_day_before_is_over() {
        assertThat(account(100L, 5).leftOn(MONDAY.plusDays(1))).isEqualTo(95);
        assertThat(account(100L, 5).leftOn(MONDAY.minusDays(1))).isZero();
    }

    @Test
    void without_a_cap_there_is_no_end() {
        assertThat(account(null, 5).leftOn(MONDAY)).isEqualTo(Long.MAX_VALUE);
    }

    /** One that 30 have left on Monday. */
    private static AccountView account(@Nullable Long daily, long held) {
        return new AccountView(
                new AccountId(1),
                AccountTerms.constrained(UUID.randomUUID(), "voucher-pool", "VCH:1", "campaign:1"),
                1000,
                held,
                new AccountView.Caps(null, daily),
                false,
                new AccountView.Out(MONDAY, 30));
    }
}
