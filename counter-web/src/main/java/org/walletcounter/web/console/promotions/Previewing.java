package org.walletcounter.web.console.promotions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductTraits;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.web.RefusalTexts;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** Prices the sample basket with a draft. Changes nothing. */
@RequestScoped
class Previewing {

    @Inject
    private Catalogue catalogue;

    @Inject
    private Pricing pricing;

    @Inject
    private Promotions promotions;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    @Inject
    private Clock clock;

    Preview preview(CampaignDraft draft, SampleBasket sample, @Nullable UUID campaign) {
        try {
            List<PricedLine> lines = priced(sample);
            Map<Integer, String> names = lines.stream().collect(Collectors.toMap(PricedLine::line, PricedLine::text));
            return new Preview(
                    pricing.quote(question(lines, sample, draft), offers(draft, sample, campaign)), names, "");
        } catch (CounterException refusal) {
            return Preview.missing(RefusalTexts.of(refusal, console.getLocale()));
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return Preview.missing(show.text("promo.sample.unreadable"));
        }
    }

    private List<PricedLine> priced(SampleBasket sample) {
        List<BasketLine> lines = sample.getLines().stream()
                .filter(SampleBasket.Line::isThere)
                .map(this::line)
                .toList();
        return catalogue.price(console.getActor(), lines, currency()).lines();
    }

    private BasketLine line(SampleBasket.Line line) {
        int quantity = Integer.parseInt(line.getQuantity().strip());
        if (!line.getSku().isBlank()) {
            return new BasketLine(line.getSku().strip(), null, quantity, null);
        }
        long price = Money.parse(line.getPrice().strip().replace(",", ""), currency())
                .minor();
        return new BasketLine(null, show.text("promo.sample.open"), quantity, price);
    }

    private QuoteRequest question(List<PricedLine> lines, SampleBasket sample, CampaignDraft draft) {
        Set<String> tenders = sample.getTender().isBlank() ? Set.of() : Set.of(sample.getTender());
        Basket.Place place = new Basket.Place(console.getStoreId(), null, "till", "retail", tenders, Set.of());
        Map<String, ProductTraits> traits = catalogue.traits(
                console.getActor(), lines.stream().map(PricedLine::sku).toList());
        List<Basket.Line> goods = lines.stream()
                .map(line -> line(line, traits.getOrDefault(line.sku(), ProductTraits.NONE)))
                .toList();
        Basket basket = new Basket("preview", currency(), goods, place, Basket.PriceRules.PLAIN);
        ZonedDateTime moment = moment(sample, draft);
        return new QuoteRequest(basket, shopper(sample, moment), Holdings.NONE, QuoteRequest.Wishes.NONE, moment);
    }

    private static Basket.Line line(PricedLine line, ProductTraits traits) {
        return Basket.Line.of(line.line(), line.sku(), line.category(), line.quantity(), line.unitAmount())
                .labelled(traits.brand(), traits.tags());
    }

    private static Shopper shopper(SampleBasket sample, ZonedDateTime moment) {
        boolean member = sample.isMember()
                || sample.isBirthday()
                || sample.isFirstPurchase()
                || !sample.getTier().isBlank();
        return member
                ? new Shopper(
                        UUID.nameUUIDFromBytes(new byte[0]),
                        sample.getTier().isBlank() ? null : sample.getTier(),
                        Set.of(),
                        sample.isBirthday() ? moment.toLocalDate() : null,
                        sample.isFirstPurchase(),
                        null)
                : Shopper.UNKNOWN;
    }

    /** The moment that was entered; else now, or when the campaign begins if that is later. */
    private ZonedDateTime moment(SampleBasket sample, CampaignDraft draft) {
        try {
            if (!sample.getMoment().isBlank()) {
                return LocalDateTime.parse(sample.getMoment().strip())
                        .atZone(console.getMerchant().zone());
            }
        } catch (DateTimeParseException unreadable) {
            throw new NumberFormatException(unreadable.getMessage());
        }
        Instant now = clock.instant();
        Instant from = draft.from();
        return (now.isBefore(from) ? from : now).atZone(console.getMerchant().zone());
    }

    private Offers offers(CampaignDraft draft, SampleBasket sample, @Nullable UUID campaign) {
        List<Promotion> offered = new ArrayList<>();
        offered.add(new Promotion(Preview.DRAFT, 1, draft.terms(), draft.from(), draft.until()));
        if (sample.isWithLive()) {
            promotions.live(console.getActor()).promotions().stream()
                    .filter(live -> !live.id().equals(campaign))
                    .forEach(offered::add);
        }
        return new Offers(offered, List.of());
    }

    private String currency() {
        return console.getMerchant().currency();
    }
}
