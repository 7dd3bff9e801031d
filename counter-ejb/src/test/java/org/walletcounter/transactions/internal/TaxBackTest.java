package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.SaleTax;

class TaxBackTest {

    private static final SaleTax FULL = new SaleTax("VAT", "VAT", "增值税", 2000, 1000, 200);
    private static final SaleTax FREE = new SaleTax("ZERO", "Zero", "零税率", 0, 500, 0);

    @Test
    void goods_take_back_the_tax_of_their_own_rate() {
        TaxBack back = new TaxBack(List.of(FULL, FREE), List.of(), 1700);
        assertThat(back.ofGoods(500, List.of(line("ZERO", 500)))).containsExactly(FREE);
        assertThat(back.ofGoods(600, List.of(line("VAT", 600)))).containsExactly(FULL.of(500, 100));
    }

    @Test
    void an_amount_takes_of_all_rates_alike() {
        TaxBack back = new TaxBack(List.of(FULL, FREE), List.of(), 1700);
        assertThat(back.ofAmount(850)).containsExactly(FULL.of(500, 100), FREE.of(250, 0));
    }

    @Property
    void whatever_comes_back_in_whatever_parts_the_tax_ends_at_nothing(
            @ForAll @IntRange(min = 1, max = 4) int rates, @ForAll long seed) {
        Random random = new Random(seed);
        List<SaleTax> sold = new ArrayList<>();
        long untaxed = random.nextLong(300);
        long left = untaxed;
        for (int i = 0; i < rates; i++) {
            long base = random.nextLong(1_000);
            int points = random.nextInt(2_501);
            sold.add(new SaleTax("R" + i, "", "", points, base, (base * points + 5_000) / 10_000));
            left += sold.get(i).gross();
        }
        long tax = sold.stream().mapToLong(SaleTax::tax).sum();
        List<SaleTax> before = new ArrayList<>();
        while (left > 0) {
            long money = 1 + random.nextLong(left);
            TaxBack back = new TaxBack(sold, before, left);
            String code = "R" + random.nextInt(rates);
            List<SaleTax> now =
                    random.nextBoolean() ? back.ofAmount(money) : back.ofGoods(money, List.of(line(code, money)));
            long went = now.stream().mapToLong(SaleTax::tax).sum();
            assertThat(went).isBetween(0L, money);
            before = plus(before, now);
            left -= money;
            tax -= went;
            assertThat(tax).isBetween(0L, left);
        }
        List<SaleTax> all = before;
        assertThat(sold)
                .allSatisfy(each -> assertThat(all.stream()
                                .filter(gone -> gone.code().equals(each.code()))
                                .mapToLong(SaleTax::tax)
                                .sum())
                        .isEqualTo(each.tax()));
    }

    private static List<SaleTax> plus(List<SaleTax> some, List<SaleTax> more) {
        List<SaleTax> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static PricedLine line(String code, long amount) {
        return new PricedLine(1, null, "", "", "", 1, amount, amount, code, 0);
    }
}
