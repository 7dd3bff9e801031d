package org.walletcounter.transactions.internal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.merchants.TaxRate;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductTraits;

class TaxesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    @Test
    void of_several_standard_rates_the_one_that_began_last_is_used() {
        TaxRate old = rate("VAT20", 2_000, true, DAY.minusYears(1));
        assertThat(codeWith(old, rate("VAT21", 2_100, true, DAY))).isEqualTo("VAT21");
        assertThat(codeWith(rate("A21", 2_100, true, DAY), old)).isEqualTo("A21");
        assertThat(codeWith(old, rate("ZERO", 0, false, DAY))).isEqualTo("VAT20");
    }

    @Test
    void of_standard_rates_of_one_day_the_first_code_is_used() {
        assertThat(codeWith(rate("A", 2_000, true, DAY), rate("B", 2_100, true, DAY)))
                .isEqualTo("A");
    }

    @Test
    void a_stores_own_standard_rate_stands_in_for_a_younger_one_of_the_house() {
        TaxRate own = new TaxRate(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "GST", "G", "G", 500, true, DAY.minusYears(1));
        assertThat(codeWith(own, rate("VAT", 2_100, true, DAY))).isEqualTo("GST");
    }

    @Test
    void goods_with_a_code_of_their_own_keep_it() {
        Taxes taxes = new Taxes(List.of(rate("VAT", 2_000, true, DAY), rate("ZERO", 0, false, DAY)), false);
        ProductTraits book = new ProductTraits("", List.of(), "ZERO", null);
        assertThat(taxes.coded(List.of(line()), Map.of("TEA", book)))
                .extracting(PricedLine::taxCode)
                .containsExactly("ZERO");
    }

    private static String codeWith(TaxRate... rates) {
        Taxes taxes = new Taxes(List.of(rates), false);
        return taxes.coded(List.of(line()), Map.of()).get(0).taxCode();
    }

    private static PricedLine line() {
        return new PricedLine(1, null, "TEA", "Tea", "Drinks", 1, 300, 300);
    }

    private static TaxRate rate(String code, int basisPoints, boolean standard, LocalDate from) {
        return new TaxRate(UUID.randomUUID(), UUID.randomUUID(), null, code, code, code, basisPoints, standard, from);
    }
}
