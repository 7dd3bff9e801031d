package org.walletcounter.web.api.promotions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductTraits;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Terms;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.orders.BasketLines;

/** Reads a basket from a request's body: its lines at the catalogue's prices, its place from the caller. */
@RequestScoped
public class Questions {

    @Inject
    Catalogue catalogue;

    @Inject
    Merchants merchants;

    @Inject
    Definitions definitions;

    @Inject
    Clock clock;

    /** The question in a body. */
    public QuoteRequest question(Actor actor, String body) {
        JsonBody json = JsonBody.of(body);
        String currency = json.currency("currency");
        List<BasketLine> asked = json.objects("lines", BasketLines::read);
        List<PricedLine> priced = catalogue.price(actor, asked, currency).lines();
        Map<String, ProductTraits> traits =
                catalogue.traits(actor, priced.stream().map(PricedLine::sku).toList());
        List<Basket.Line> lines = priced.stream()
                .map(each -> line(each, traits.getOrDefault(each.sku(), ProductTraits.NONE)))
                .toList();
        String reference = orElse(json.optionalText("reference"), "");
        Basket basket = new Basket(reference, currency, lines, place(actor, json), Basket.PriceRules.PLAIN);
        ZonedDateTime now =
                clock.instant().atZone(merchants.merchant(actor.merchantId()).zone());
        return new QuoteRequest(basket, Shopper.UNKNOWN, Holdings.NONE, wishes(json), now);
    }

    /** The terms to try, as the only promotion there is. */
    public Offers trial(String body) {
        Trial trial = definitions.read(body, Trial.class);
        Promotion promotion = new Promotion(new UUID(0, 1), 1, trial.terms(), Instant.EPOCH, null);
        return new Offers(List.of(promotion), List.of());
    }

    private static Basket.Line line(PricedLine line, ProductTraits traits) {
        return Basket.Line.of(line.line(), line.sku(), line.category(), line.quantity(), line.unitAmount())
                .spoiling(line.daysLeft())
                .labelled(traits.brand(), traits.tags())
                .costing(traits.unitCost());
    }

    private static Basket.Place place(Actor actor, JsonBody json) {
        UUID store = json.optionalId("storeId");
        return new Basket.Place(
                store == null ? actor.storeId() : store,
                json.optionalId("tillId"),
                orElse(json.optionalText("channel"), "till"),
                orElse(json.optionalText("orderKind"), "retail"),
                new HashSet<>(json.texts("tenders")),
                Set.of());
    }

    private static QuoteRequest.Wishes wishes(JsonBody json) {
        return new QuoteRequest.Wishes(json.ids("without"), json.ids("with"));
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** The one field of a body that is not the basket's. */
    public record Trial(Terms terms) {}
}
