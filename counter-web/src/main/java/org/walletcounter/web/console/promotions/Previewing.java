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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
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
    private SampleGoods goods;

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
            SampleGoods.Priced priced = goods.of(sample);
            return new Preview(
                    pricing.quote(question(priced.goods(), sample, draft), offers(draft, sample, campaign)),
                    priced.names(),
                    "");
        } catch (CounterException refusal) {
            return Preview.missing(RefusalTexts.of(refusal, console.getLocale()));
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return Preview.missing(show.text("promo.sample.unreadable"));
        }
    }

    private QuoteRequest question(List<Basket.Line> sold, SampleBasket sample, CampaignDraft draft) {
        Set<String> tenders = sample.getTender().isBlank() ? Set.of() : Set.of(sample.getTender());
        Basket.Place place = new Basket.Place(console.getStoreId(), null, "till", "retail", tenders, Set.of());
        Basket basket = new Basket("preview", currency(), sold, place, Basket.PriceRules.PLAIN);
        ZonedDateTime moment = moment(sample, draft);
        return new QuoteRequest(basket, shopper(sample, moment), Holdings.NONE, QuoteRequest.Wishes.NONE, moment);
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

    /** The draft, beside what is live if that is asked for; the house's least margin holds in any case. */
    private Offers offers(CampaignDraft draft, SampleBasket sample, @Nullable UUID campaign) {
        Offers live = promotions.live(console.getActor());
        List<Promotion> offered = new ArrayList<>();
        offered.add(new Promotion(Preview.DRAFT, 1, draft.terms(), draft.from(), draft.until()));
        if (sample.isWithLive()) {
            live.promotions().stream()
                    .filter(each -> !each.id().equals(campaign))
                    .forEach(offered::add);
        }
        return new Offers(offered, sample.isWithLive() ? live.priceLists() : List.of(), live.guard());
    }

    private String currency() {
        return console.getMerchant().currency();
    }
}
