package org.walletcounter.web.console.promotions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductTraits;
import org.walletcounter.promotions.Basket;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Figures;
import org.walletcounter.web.console.Show;

/** The goods of a sample basket, as the catalogue knows them. */
@RequestScoped
class SampleGoods {

    @Inject
    private Catalogue catalogue;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    /**
     * Goods at the catalogue's prices.
     *
     * @param names by line
     */
    record Priced(List<Basket.Line> goods, Map<Integer, String> names) {}

    /**
     * What is in the basket.
     *
     * @throws NumberFormatException when a quantity or a price cannot be read
     * @throws ArithmeticException when a price has too many decimals
     */
    Priced of(SampleBasket sample) {
        List<BasketLine> asked = sample.getLines().stream()
                .filter(SampleBasket.Line::isThere)
                .map(this::line)
                .toList();
        List<PricedLine> lines =
                catalogue.price(console.getActor(), asked, currency()).lines();
        Map<String, ProductTraits> traits = catalogue.traits(
                console.getActor(), lines.stream().map(PricedLine::sku).toList());
        return new Priced(
                lines.stream()
                        .map(line -> line(line, traits.getOrDefault(line.sku(), ProductTraits.NONE)))
                        .toList(),
                lines.stream().collect(Collectors.toMap(PricedLine::line, PricedLine::text)));
    }

    private BasketLine line(SampleBasket.Line line) {
        int quantity = Integer.parseInt(line.getQuantity().strip());
        if (!line.getSku().isBlank()) {
            return new BasketLine(line.getSku().strip(), null, quantity, null);
        }
        String figures = Figures.withoutGroups(line.getPrice());
        long price = Money.parse(figures, currency()).minor();
        return new BasketLine(null, show.text("promo.sample.open"), quantity, price);
    }

    private static Basket.Line line(PricedLine line, ProductTraits traits) {
        return Basket.Line.of(line.line(), line.sku(), line.category(), line.quantity(), line.unitAmount())
                .labelled(traits.brand(), traits.tags())
                .costing(traits.unitCost());
    }

    private String currency() {
        return console.getMerchant().currency();
    }
}
