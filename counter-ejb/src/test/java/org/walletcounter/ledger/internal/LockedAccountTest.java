package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LockedAccountTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    private final LockedAccount wallet = new LockedAccount(
            new LockedAccount.Terms(1, UUID.randomUUID(), "GBP", 0L, false),
            new LockedAccount.Caps(null, 100L),
            new LockedAccount.Standing(1000, 0, MONDAY, 10));

    @Test
    void a_day_after_the_last_one_begins_with_nothing_gone_whichever_comes_first() {
        wallet.move(-60, WEDNESDAY);
        assertThat(wallet.leftOn(TUESDAY)).isEqualTo(100);
        wallet.move(-30, TUESDAY);
        assertThat(wallet.leftOn(TUESDAY)).isEqualTo(70);
        assertThat(wallet.leftOn(WEDNESDAY)).isEqualTo(40);
        assertThat(wallet.outDay()).isEqualTo(WEDNESDAY);
        assertThat(wallet.outToday()).isEqualTo(60);
    }

    @Test
    void of_a_day_before_the_last_one_nothing_is_left_until_the_book_is_asked() {
        LocalDate sunday = MONDAY.minusDays(1);
        assertThat(wallet.outOn(sunday)).isNull();
        assertThat(wallet.leftOn(sunday)).isZero();
        wallet.knowOutOn(sunday, 25);
        assertThat(wallet.leftOn(sunday)).isEqualTo(75);
    }
}
