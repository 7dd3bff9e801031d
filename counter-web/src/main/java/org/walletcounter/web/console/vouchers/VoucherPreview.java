package org.walletcounter.web.console.vouchers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.ProductSearch;
import org.walletcounter.orders.ProductView;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.PlainTerms;

/** Tries a voucher on a basket of the house's own goods that just reaches what it asks for, at this moment. */
@RequestScoped
public class VoucherPreview {

    private static final int KINDS = 3;
    private static final int MOST_PIECES = 200;
    private static final UUID VOUCHER = new UUID(0, 1);

    @Inject
    private Catalogue catalogue;

    @Inject
    private Pricing pricing;

    /**
     * What the voucher does there.
     *
     * @param quote null where the house has no goods to try it on
     */
    public record Outcome(
            CampaignForm form, List<Line> lines, @Nullable Quote quote) {

        /** What became of the voucher. */
        public @Nullable Verdict verdict() {
            return quote == null || quote.verdicts().isEmpty()
                    ? null
                    : quote.verdicts().get(0);
        }
    }

    /** A line of the sample: so many of a product. */
    public record Line(ProductView product, int quantity) {}

    Outcome of(Actor actor, CampaignForm form, ZonedDateTime now) {
        PlainTerms plain = PlainTerms.of(form.terms());
        List<Line> lines = lines(goods(actor, plain, form.quantity().currency()), plain);
        return new Outcome(form, lines, lines.isEmpty() ? null : quote(form, lines, plain, now));
    }

    private List<ProductView> goods(Actor actor, PlainTerms plain, String currency) {
        List<String> wanted = new ArrayList<>(plain.limits().skus());
        if (plain.worth().kind() == CampaignForm.Kind.EXCHANGE) {
            wanted.add(0, plain.worth().sku());
        }
        wanted.addAll(plain.limits().categories());
        wanted.add("");
        return wanted.stream()
                .flatMap(text -> catalogue.find(actor, ProductSearch.of(text), null, KINDS).items().stream())
                .filter(product -> product.price().currency().equals(currency)
                        && product.price().isPositive())
                .distinct()
                .limit(KINDS)
                .toList();
    }

    /** One of each, and of the first as many as it takes to reach the threshold, or the saving where there is none. */
    private static List<Line> lines(List<ProductView> goods, PlainTerms plain) {
        List<Line> lines = new ArrayList<>();
        for (ProductView product : goods) {
            lines.add(new Line(product, 1));
        }
        if (!lines.isEmpty()) {
            ProductView first = goods.get(0);
            long wanted = Math.max(plain.from(), plain.worth().off() + 1);
            long price = first.price().minor();
            long pieces = Math.max(Math.max(1, plain.worth().pieces()), (wanted + price - 1) / price);
            lines.set(0, new Line(first, (int) Math.min(MOST_PIECES, pieces)));
        }
        return lines;
    }

    private Quote quote(CampaignForm form, List<Line> lines, PlainTerms plain, ZonedDateTime now) {
        List<Basket.Line> priced = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ProductView product = lines.get(i).product();
            priced.add(Basket.Line.of(
                            i + 1,
                            product.sku(),
                            product.category(),
                            lines.get(i).quantity(),
                            product.price().minor())
                    .labelled(product.brand(), product.tags()));
        }
        UUID store = plain.limits().stores().stream().findFirst().orElse(null);
        Basket.Place place = new Basket.Place(store, null, "till", "retail", Set.of(), Set.of());
        Basket basket = new Basket("sample", form.quantity().currency(), priced, place, Basket.PriceRules.PLAIN);
        VoucherTerms terms = form.terms();
        VoucherOffer voucher = new VoucherOffer(VOUCHER, VOUCHER, 1, terms, 1, null, null);
        QuoteRequest request = new QuoteRequest(
                basket, Shopper.UNKNOWN, new Holdings(List.of(voucher), null), QuoteRequest.Wishes.NONE, now);
        return pricing.quote(request, Offers.NONE);
    }
}
