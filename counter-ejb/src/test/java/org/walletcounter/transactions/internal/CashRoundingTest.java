package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;

class CashRoundingTest {

    private static final CashRounding FIVE = new CashRounding(5, false);

    @Test
    void cash_becomes_what_coins_can_pay() {
        assertThat(List.of(0L, 2L, 3L, 1697L, 1699L)).extracting(FIVE::round).containsExactly(0L, 0L, 5L, 1695L, 1700L);
        CashRounding krona = new CashRounding(100, false);
        assertThat(List.of(149L, 150L, 199L)).extracting(krona::round).containsExactly(100L, 200L, 200L);
        CashRounding down = new CashRounding(10, true);
        assertThat(List.of(109L, 110L)).extracting(down::round).containsExactly(100L, 110L);
    }

    @Test
    void only_the_part_in_cash_is_rounded_and_all_cash_together() {
        List<Tender> tenders = FIVE.round(List.of(cash(501), wallet(333), cash(502)));
        assertThat(tenders).extracting(Tender::rounding).containsExactly(0L, 0L, 2L);
        List<Tender> exact = List.of(wallet(333));
        assertThat(FIVE.round(exact)).isSameAs(exact);
        assertThat(new CashRounding(1, false).round(List.of(cash(501))))
                .extracting(Tender::rounding)
                .containsExactly(0L);
    }

    @Property
    void refunds_in_any_parts_give_back_what_was_taken_and_always_in_coins(
            @ForAll @LongRange(min = 1, max = 50_000) long amount,
            @ForAll @IntRange(min = 0, max = 3) int rule,
            @ForAll long seed) {
        CashRounding rounding = List.of(
                        new CashRounding(1, false), FIVE, new CashRounding(10, true), new CashRounding(100, false))
                .get(rule);
        Random random = new Random(seed);
        long taken = rounding.round(amount);
        long back = 0;
        long more = 0;
        List<Long> handedOut = new ArrayList<>();
        while (back < amount) {
            long now = 1 + random.nextLong(amount - back);
            long off = rounding.back(new CashRounding.Drawer(amount, taken - amount, back, more), now);
            handedOut.add(now + off);
            back += now;
            more += off;
        }
        assertThat(handedOut.stream().mapToLong(Long::longValue).sum()).isEqualTo(taken);
        assertThat(handedOut).allMatch(each -> each >= 0 && each % rounding.step() == 0);
    }

    @Property
    void a_rule_that_changed_meanwhile_never_gives_back_more_than_was_taken(
            @ForAll @LongRange(min = 1, max = 50_000) long amount, @ForAll long seed) {
        Random random = new Random(seed);
        long taken = FIVE.round(amount);
        long back = 0;
        long more = 0;
        while (back < amount) {
            CashRounding now = new CashRounding(1 + random.nextInt(200), random.nextBoolean());
            long piece = 1 + random.nextLong(amount - back);
            long off = now.back(new CashRounding.Drawer(amount, taken - amount, back, more), piece);
            assertThat(piece + off).isNotNegative();
            back += piece;
            more += off;
            assertThat(back + more).isLessThanOrEqualTo(taken);
        }
        assertThat(back + more).isEqualTo(taken);
    }

    private static Tender cash(long minor) {
        return new Tender(TenderKind.CASH, Money.of(minor, "CHF"), null);
    }

    private static Tender wallet(long minor) {
        return new Tender(TenderKind.WALLET, Money.of(minor, "CHF"), null);
    }
}
