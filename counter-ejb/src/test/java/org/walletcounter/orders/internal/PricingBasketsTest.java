package org.walletcounter.orders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.OrderError;
import org.walletcounter.orders.PricedBasket;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductView;

class PricingBasketsTest {

    private static final UUID MERCHANT = UUID.randomUUID();
    private static final Map<String, ProductView> SHELF = Map.of(
            "CUP", product("CUP", "Cup", 295, "GBP", true),
            "OLD", product("OLD", "Old cup", 100, "GBP", false),
            "YUAN", product("YUAN", "Foreign cup", 100, "CNY", true));

    @Test
    void aProductIsSoldAtItsPriceAndAnOpenLineAtItsAmount() {
        PricedBasket basket = price("cashier", line("CUP", 2, null), new BasketLine(null, " Wrapping ", 1, 150L));
        assertThat(basket.total()).isEqualTo(Money.of(740, "GBP"));
        assertThat(basket.lines()).extracting(PricedLine::line).containsExactly(1, 2);
        assertThat(basket.lines()).extracting(PricedLine::text).containsExactly("Cup", "Wrapping");
        assertThat(basket.lines()).extracting(PricedLine::category).containsExactly("Cups", "open");
    }

    @Test
    void goodsKeepTheDaysThatTheTillTells() {
        PricedBasket basket = price("cashier", new BasketLine("CUP", null, 1, null, 2), line("CUP", 1, null));
        assertThat(basket.lines()).extracting(PricedLine::daysLeft).containsExactly(2, null);
        assertThat(basket.lines().get(0).costing(200, "VAT", 40).daysLeft()).isEqualTo(2);
    }

    @Test
    void onlyManagersAndAdministratorsChangeAPrice() {
        assertRefused(OrderError.PRICE_OVERRIDE_NOT_ALLOWED, "lines[0].unitAmount", line("CUP", 1, 200L));
        assertThat(price("manager", line("CUP", 1, 200L)).total()).isEqualTo(Money.of(200, "GBP"));
        assertThat(price("administrator", line("CUP", 1, 0L)).total()).isEqualTo(Money.of(0, "GBP"));
        assertThat(price("cashier", line("CUP", 1, 295L)).total()).isEqualTo(Money.of(295, "GBP"));
    }

    @Test
    void aBasketIsRefusedWithTheLineAtFault() {
        assertRefused(OrderError.LINE_COUNT, "lines");
        assertThatThrownBy(() -> PricingBaskets.requireSound(Collections.nCopies(501, line("CUP", 1, null))))
                .hasMessageContaining("LINE_COUNT");
        assertRefused(OrderError.QUANTITY_INVALID, "lines[1].quantity", line("CUP", 1, null), line("CUP", 0, null));
        assertRefused(OrderError.QUANTITY_INVALID, "lines[0].quantity", line("CUP", 100_001, null));
        assertRefused(OrderError.NO_SUCH_PRODUCT, "lines[0].sku", line("NONE", 1, null));
        assertRefused(OrderError.NO_SUCH_PRODUCT, "lines[0].sku", line("OLD", 1, null));
        assertRefused(OrderError.OTHER_CURRENCY, "currency", line("YUAN", 1, null));
        assertRefused(OrderError.AMOUNT_INVALID, "lines[0].unitAmount", new BasketLine(null, "x", 1, 0L));
        assertRefused(OrderError.AMOUNT_INVALID, "lines[0].unitAmount", new BasketLine(null, "x", 1, null));
        assertRefused(OrderError.AMOUNT_INVALID, "lines[0].unitAmount", new BasketLine(null, "x", 2, Long.MAX_VALUE));
        assertRefused(
                OrderError.AMOUNT_INVALID,
                "lines[0].unitAmount",
                new BasketLine(null, "x", 2, Money.MOST_AT_ONCE / 2 + 1));
        assertRefused(
                OrderError.AMOUNT_INVALID,
                "lines[1].unitAmount",
                new BasketLine(null, "x", 1, Money.MOST_AT_ONCE),
                new BasketLine(null, "y", 1, 1L));
    }

    @Property
    void theTotalIsTheSumOfTheLinesUnlessItIsMoreThanIsPaidAtOnce(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 100_000) Integer> quantities,
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long unit) {
        BasketLine[] lines = quantities.stream()
                .map(quantity -> new BasketLine(null, null, quantity, unit))
                .toArray(BasketLine[]::new);
        long sum = quantities.stream().mapToLong(each -> each * unit).sum();
        if (sum > Money.MOST_AT_ONCE) {
            assertThatThrownBy(() -> price("cashier", lines)).hasMessageContaining("AMOUNT_INVALID");
            return;
        }
        PricedBasket basket = price("cashier", lines);
        assertThat(basket.total().minor())
                .isEqualTo(basket.lines().stream().mapToLong(PricedLine::amount).sum())
                .isEqualTo(sum);
    }

    private static void assertRefused(OrderError error, String field, BasketLine... lines) {
        assertThatThrownBy(() -> price("cashier", lines)).isInstanceOfSatisfying(CounterException.class, refusal -> {
            assertThat(refusal.error()).isEqualTo(error);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private static PricedBasket price(String role, BasketLine... lines) {
        PricingBaskets.requireSound(List.of(lines));
        Actor actor = new Actor("staff:1", "Ann", role, MERCHANT, null);
        return new PricingBaskets(actor, "GBP").price(List.of(lines), SHELF::get);
    }

    private static BasketLine line(String sku, int quantity, @Nullable Long unit) {
        return new BasketLine(sku, null, quantity, unit);
    }

    private static ProductView product(String sku, String name, long price, String currency, boolean active) {
        return new ProductView(
                UUID.randomUUID(), MERCHANT, sku, name, "", "Cups", null, Money.of(price, currency), active);
    }
}
