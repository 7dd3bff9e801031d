package org.walletcounter.promotions.internal.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignDraft.Limits;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.Act;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotions.Funded;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.draws.SeedSeal;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;

/** What returns and cancellations give back to budgets and numbers: two cups of 50.00, sold and given back. */
class ReturnsAndBudgetsTest {

    private static final Benefit TEN_OFF = new Benefit.AmountOff(1_000);

    private final TestDatabase database = TestDatabase.shared();
    private final UUID merchant = database.newMerchant();
    private final Actor writer = new Actor("staff:1", "Wen", "manager", merchant, null);
    private final Actor reviewer = new Actor("staff:2", "Rui", "manager", merchant, null);
    private final UUID ann = UUID.randomUUID();
    private final PurePricing pricing = new PurePricing();
    private final Moment clock = new Moment();
    private final TestLedger books = TestLedger.on(database, clock);
    private final CampaignGround ground = new CampaignGround(
            database.app(),
            books.door(),
            new Days(),
            (merchantId, currency, after, limit) -> List.of(),
            clock,
            act -> {},
            () -> new SeedSeal(1, Map.of(1, new byte[32])));
    private final Campaigns campaigns = ground.campaigns();

    @AfterEach
    void close() {
        books.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSE", "END"})
    void whatComesBackIsTheBudgetsAlsoOfACampaignThatIsOnNoMore(Act off) {
        CampaignView campaign = approved(TEN_OFF, new Limits(1_500L, null, null, null, null));
        Sale sale = sale();
        settle(sale);
        assertThat(budgetLeft(campaign)).isEqualTo(500);
        act(writer, campaign, off);
        clock.pass(Duration.ofSeconds(2));
        post(ground.financing().refunding(writer, sale, back(sale, 0, 2)));
        assertThat(budgetLeft(campaign)).isEqualTo(1_500);
    }

    @Test
    void aVersionThatNobodyHasApprovedSaysNothingOfTheBudget() {
        CampaignView campaign = approved(TEN_OFF, new Limits(1_500L, null, null, null, null));
        Sale sale = sale();
        settle(sale);
        act(writer, campaign, Act.PAUSE);
        CampaignView draft = campaigns.change(writer, campaign.id(), 1, draft(TEN_OFF, Limits.NONE));
        clock.pass(Duration.ofSeconds(2));
        post(ground.financing().refunding(writer, sale, back(sale, 0, 2)));
        act(writer, draft, Act.END);
        CampaignView next = campaigns.change(writer, campaign.id(), 1, campaign.content());
        assertThat(budgetLeft(next)).isEqualTo(1_500);
    }

    @Test
    void whatASaleOnlyPromisedComesBackToTheBudgetWithTheGoods() {
        CampaignView campaign =
                approved(new Benefit.CashBack(1_000, null, 7), new Limits(1_500L, null, null, null, null));
        Sale sale = sale();
        settle(sale);
        assertThat(budgetLeft(campaign)).isEqualTo(500);
        post(ground.financing().refunding(writer, sale, back(sale, 0, 1)));
        assertThat(budgetLeft(campaign)).isEqualTo(1_000);
        post(ground.financing().refunding(writer, sale, back(sale, 1, 1)));
        assertThat(budgetLeft(campaign)).isEqualTo(1_500);
    }

    @Test
    void aSaleThatIsCalledBackUsesUpNoNumber() {
        CampaignView campaign = approved(TEN_OFF, new Limits(1_500L, 9L, 9L, null, 1L));
        Sale sale = sale();
        settle(sale);
        assertThat(campaigns.usage(writer, campaign.id())).isEqualTo(new Campaigns.Usage(1_000, 1, 1));
        assertThatThrownBy(() -> settle(sale())).hasMessageContaining("USED_UP");
        post(ground.financing().cancelling(writer, sale, back(sale, 0, 2)));
        assertThat(campaigns.usage(writer, campaign.id())).isEqualTo(new Campaigns.Usage(0, 0, 0));
        settle(sale());
        assertThat(campaigns.usage(writer, campaign.id())).isEqualTo(new Campaigns.Usage(1_000, 1, 1));
    }

    @Test
    void aSaleWhoseGoodsComeBackWasMadeAndCounts() {
        CampaignView campaign = approved(TEN_OFF, new Limits(null, 9L, 9L, null, 1L));
        Sale sale = sale();
        settle(sale);
        post(ground.financing().refunding(writer, sale, back(sale, 0, 2)));
        assertThat(campaigns.usage(writer, campaign.id())).isEqualTo(new Campaigns.Usage(0, 1, 1));
        assertThatThrownBy(() -> settle(sale())).hasMessageContaining("QUANTITY_USED_UP");
    }

    @Test
    void ofANumberThatNothingIsUsedOfNothingComesBack() {
        CampaignView campaign = approved(TEN_OFF, Limits.NONE);
        Sale sale = sale();
        settle(sale);
        CampaignView counting =
                campaigns.change(writer, campaign.id(), 1, draft(TEN_OFF, new Limits(1_500L, 9L, null, null, null)));
        act(writer, counting, Act.SUBMIT);
        act(reviewer, counting, Act.APPROVE);
        clock.pass(Duration.ofSeconds(2));
        post(ground.financing().cancelling(writer, sale, back(sale, 0, 2)));
        assertThat(campaigns.usage(writer, campaign.id())).isEqualTo(new Campaigns.Usage(0, 0, 0));
    }

    private @Nullable Long budgetLeft(CampaignView campaign) {
        return campaigns.campaign(writer, campaign.id()).budgetLeft();
    }

    private RefundPlan back(Sale sale, int before, int now) {
        return pricing.refund(
                sale,
                new ReturnRequest(
                        Map.of(1, before),
                        Map.of(1, now),
                        ReturnRequest.Policy.KEEP_SHARE,
                        ReturnRequest.Given.NOTHING));
    }

    private CampaignView approved(Benefit benefit, Limits limits) {
        CampaignView draft = campaigns.draft(writer, draft(benefit, limits));
        act(writer, draft, Act.SUBMIT);
        return act(reviewer, draft, Act.APPROVE);
    }

    private CampaignDraft draft(Benefit benefit, Limits limits) {
        Terms terms = Terms.of("Autumn", "CNY", benefit);
        return new CampaignDraft(terms, clock.instant().minusSeconds(60), null, limits);
    }

    private CampaignView act(Actor actor, CampaignView campaign, Act act) {
        CampaignView after = campaigns.act(actor, campaign.id(), campaign.version(), act);
        clock.pass(Duration.ofMillis(1));
        return after;
    }

    /** Ann's, priced by what is live, whatever is left of it. */
    private Sale sale() {
        clock.pass(Duration.ofSeconds(2));
        Basket basket = new Basket(
                "1",
                "CNY",
                List.of(Basket.Line.of(1, "cup", "cups", 2, 5_000)),
                Basket.Place.TILL,
                Basket.PriceRules.PLAIN);
        QuoteRequest request = new QuoteRequest(
                basket,
                new Shopper(ann, null, Set.of(), null, false, null),
                Holdings.NONE,
                QuoteRequest.Wishes.NONE,
                ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        Offers offers = new Offers(ground.live().of(merchant).promotions(), List.of());
        return pricing.sale(request, offers, pricing.quote(request, offers));
    }

    private void settle(Sale sale) {
        post(ground.financing().funding(writer, sale));
    }

    /** Posts what is answered, the revenue on the other side. */
    private void post(Funded funded) {
        List<Posting> postings = new ArrayList<>(funded.postings());
        if (funded.total() != 0) {
            AccountId revenue = books.door().open(AccountTerms.free(merchant, "revenue", "CNY", "store:1"));
            postings.add(new Posting(revenue, funded.total()));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        books.door()
                .post(new Journal(
                        Ids.next(clock),
                        "payment",
                        new Journal.Scope(merchant, null, null, "staff:1", null),
                        Journal.Facts.plain(clock.instant(), today, "{}"),
                        postings));
    }

    private final class Days implements House {

        @Override
        public LocalDate today(UUID merchantId) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }

        @Override
        public ZoneId zone(UUID merchantId) {
            return ZoneOffset.UTC;
        }
    }
}
