package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.walletcounter.imports.internal.file.Categories;
import org.walletcounter.imports.internal.file.FileSurvey;
import org.walletcounter.imports.internal.file.StockCodes;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.ProductView;

/**
 * Makes catalogue products of the file's stock codes: named as they were sold most often, at the price they were sold at
 * last, under a category by the words of the name. What the file never sold, and what is no goods, is not for sale now.
 */
@Dependent
class NewProducts {

    private final Clock clock;
    private final Categories categories = new Categories();
    private final StockCodes codes = new StockCodes();

    @Inject
    NewProducts(Clock clock) {
        this.clock = clock;
    }

    List<ProductView> of(Contents contents) {
        return contents.survey().codes().entrySet().stream()
                .map(entry -> product(contents, entry))
                .toList();
    }

    private ProductView product(Contents contents, Map.Entry<String, FileSurvey.Code> code) {
        String sku = code.getKey();
        String seen = code.getValue().name().isEmpty() ? sku : code.getValue().name();
        StockCodes.Entry known = codes.of(sku);
        StockCodes.Entry entry = known == null ? new StockCodes.Entry(StockCodes.Kind.GOODS, "", "", "") : known;
        boolean forSale =
                entry.kind() == StockCodes.Kind.GOODS && code.getValue().sold();
        return new ProductView(
                Ids.next(clock),
                contents.order().merchantId(),
                sku,
                entry.nameEn().isEmpty() ? seen : entry.nameEn(),
                entry.nameZh(),
                entry.category().isEmpty() ? categories.of(seen) : entry.category(),
                null,
                price(contents, code.getValue()),
                forSale);
    }

    private static Money price(Contents contents, FileSurvey.Code code) {
        Money zero = Money.zero(contents.merchant().currency());
        long minor = code.price()
                .movePointRight(zero.decimals())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Money.of(minor, zero.currency());
    }
}
