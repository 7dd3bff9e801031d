package org.walletcounter.promotions.internal.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.BelowCost;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignDraft.Limits;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.Act;
import org.walletcounter.promotions.CampaignView.State;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Promotions.Funded;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.Verdict.Reason;
import org.walletcounter.promotions.internal.draws.SeedSeal;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.testing.TestDatabase;

class CampaignLifeTest {

    private static final Instant TODAY = Instant.parse("2026-11-20T04:00:00Z");

    private static final Supplier<SeedSeal> SEAL = () -> new SeedSeal(1, Map.of(1, new byte[32]));

    private final TestDatabase database = TestDatabase.shared();
    private final UUID merchant = database.newMerchant();
    private final Actor writer = new Actor("staff:1", "Wen", "manager", merchant, null);
    private final Actor reviewer = new Actor("staff:2", "Rui", "manager", merchant, null);
    private final List<PrivilegedAct> acts = new ArrayList<>();
    private final List<Basket.Line> goods = new ArrayList<>();
    private final PurePricing pricing = new PurePricing();
    private final MovingClock clock = new MovingClock();
    private final TestLedger books = TestLedger.on(database, clock);
    private final List<String> asked = new ArrayList<>();
    private final CampaignGround ground =
            new CampaignGround(database.app(), listened(books.door()), new Days(), this::goods, clock, acts::add, SEAL);
    private final Campaigns campaigns = ground.campaigns();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aCampaignGoesLiveOnlyAfterSomebodyElseApproved() {
        CampaignView draft = campaigns.draft(writer, tenOff(Limits.NONE));
        assertThatThrownBy(() -> act(reviewer, draft, Act.APPROVE)).hasMessageContaining("NOT_IN_THAT_STATE [DRAFT]");
        act(writer, draft, Act.SUBMIT);
        assertThatThrownBy(() -> act(writer, draft, Act.APPROVE)).hasMessageContaining("NOT_BY_THE_AUTHOR");
        assertThat(live()).isEmpty();
        CampaignView live = act(reviewer, draft, Act.APPROVE);
        assertThat(live.state()).isEqualTo(State.LIVE);
        assertThat(live.approver()).isEqualTo("staff:2");
        assertThat(live()).extracting(Promotion::id).containsExactly(draft.id());
        assertThat(acts).extracting(PrivilegedAct::act).containsExactly("promotion.submit", "promotion.approve");
    }

    @Test
    void whatIsLiveStaysAsItIsUntilTheNewVersionIsApproved() {
        CampaignView first = approved(tenOff(Limits.NONE));
        Terms twenty = Terms.of("Twenty", "CNY", new Benefit.AmountOff(2_000));
        CampaignView second = campaigns.change(
                writer, first.id(), 1, new CampaignDraft(twenty, TODAY.minusSeconds(60), null, Limits.NONE));
        assertThat(second.version()).isEqualTo(2);
        assertThat(live()).extracting(Promotion::version).containsExactly(1);
        act(writer, second, Act.SUBMIT);
        act(reviewer, second, Act.APPROVE);
        assertThat(live()).extracting(Promotion::version).containsExactly(2);
        assertThat(campaigns.versions(writer, first.id()))
                .extracting(CampaignView::state)
                .containsExactly(State.LIVE, State.ENDED);
    }

    @Test
    void submittingWarnsOfWhatWouldBeSoldBelowItsCost() {
        goods.add(Basket.Line.of(1, "CUP", "Cups", 1, 2_000).costing(1_200L));
        goods.add(Basket.Line.of(1, "TEA", "Tea", 1, 5_000).costing(3_000L));
        goods.add(Basket.Line.of(1, "DEAR", "Tea", 1, 5_000).costing(6_000L));
        Terms thirdOff = Terms.of("Tea", "CNY", new Benefit.PercentOff(5_000, null))
                .on(Selection.ofCategories("Tea"))
                .when(Condition.all(new Condition.Tiers(Set.of("gold")), Condition.from(9_000)));
        CampaignView draft =
                campaigns.draft(writer, new CampaignDraft(thirdOff, TODAY.minusSeconds(60), null, Limits.NONE));
        BelowCost tea = new BelowCost("TEA", 2, 10_000, 5_000, 6_000);
        BelowCost dear = new BelowCost("DEAR", 2, 10_000, 5_000, 12_000);
        assertThat(campaigns.belowCost(reviewer, draft.id(), 1)).containsExactly(dear, tea);
        assertThat(act(writer, draft, Act.SUBMIT).belowCost()).containsExactly(dear, tea);
        assertThat(act(reviewer, draft, Act.APPROVE).belowCost()).isEmpty();
        CampaignView harmless = campaigns.draft(writer, tenOff(Limits.NONE));
        assertThat(campaigns.belowCost(writer, harmless.id(), 1))
                .extracting(BelowCost::sku, BelowCost::pieces)
                .containsExactly(tuple("DEAR", 1), tuple("CUP", 1));
    }

    private List<Basket.Line> goods(UUID merchantId, String currency, String after, int limit) {
        return goods;
    }

    @Test
    void whoChangesAnOldVersionIsToldToLookAgain() {
        CampaignView first = approved(tenOff(Limits.NONE));
        campaigns.change(writer, first.id(), 1, tenOff(Limits.NONE));
        assertThatThrownBy(() -> campaigns.change(writer, first.id(), 1, tenOff(Limits.NONE)))
                .hasMessageContaining("CHANGED_MEANWHILE");
    }

    @Test
    void aDraftIsNotSavedOverAnotherThatNobodyHasLookedAt() {
        CampaignView draft = campaigns.draft(writer, tenOff(Limits.NONE));
        CampaignDraft saved = tenOff(new Limits(5_000L, null, null, null, null));
        campaigns.change(writer, draft.id(), 1, saved);
        assertThatThrownBy(() -> campaigns.change(reviewer, draft.id(), 1, tenOff(Limits.NONE)))
                .hasMessageContaining("CHANGED_MEANWHILE");
        assertThat(campaigns.versions(writer, draft.id()))
                .extracting(CampaignView::version, CampaignView::content)
                .containsExactly(tuple(2, saved));
    }

    @Test
    void whatIsApprovedIsWhatWasReadAndNotWhatHasTakenItsPlace() {
        CampaignView read = campaigns.draft(writer, tenOff(Limits.NONE));
        act(writer, read, Act.SUBMIT);
        act(writer, read, Act.SEND_BACK);
        Terms half = Terms.of("Half", "CNY", new Benefit.PercentOff(5_000, null));
        CampaignView changed = campaigns.change(writer, read.id(), read.version(), limited(half, Limits.NONE));
        act(writer, changed, Act.SUBMIT);
        assertThatThrownBy(() -> act(reviewer, read, Act.APPROVE)).hasMessageContaining("CHANGED_MEANWHILE");
        assertThat(live()).isEmpty();
        act(reviewer, changed, Act.APPROVE);
        assertThat(live()).extracting(Promotion::terms).containsExactly(half);
        assertThatThrownBy(() -> campaigns.act(reviewer, UUID.randomUUID(), 1, Act.END))
                .hasMessageContaining("NO_SUCH_CAMPAIGN");
    }

    @Test
    void aCampaignThatIsOverIsTalkedAboutForADayAndItsBudgetKnownForReturns() {
        CampaignDraft ten = tenOff(new Limits(5_000L, null, null, null, null));
        CampaignView hour =
                approved(new CampaignDraft(ten.terms(), ten.from(), TODAY.plusSeconds(3_600), ten.limits()));
        Sale sale = sale(UUID.randomUUID());
        settle(sale);
        clock.pass(Duration.ofHours(2));
        assertThat(priced(UUID.randomUUID(), 5_000).quote().verdicts())
                .extracting(Verdict::reason)
                .containsExactly(Reason.EXPIRED);
        clock.pass(Duration.ofDays(1));
        assertThat(live()).isEmpty();
        post(refunding(sale, ReturnRequest.Policy.KEEP_SHARE, Map.of(), Map.of(1, 1)));
        assertThat(campaigns.campaign(writer, hour.id()).budgetLeft()).isEqualTo(5_000);
    }

    @Test
    void aPausedCampaignIsNotOfferedAndAnEndedOneDoesNotComeBack() {
        CampaignView live = approved(tenOff(Limits.NONE));
        act(writer, live, Act.PAUSE);
        assertThat(live()).isEmpty();
        act(writer, live, Act.RESUME);
        assertThat(live()).hasSize(1);
        act(writer, live, Act.END);
        assertThat(live()).isEmpty();
        assertThatThrownBy(() -> act(writer, live, Act.RESUME)).hasMessageContaining("NOT_IN_THAT_STATE [ENDED]");
    }

    @Test
    void aCampaignWhoseEndIsPastIsNotApproved() {
        CampaignDraft over = new CampaignDraft(
                Terms.of("Over", "CNY", new Benefit.AmountOff(1)),
                TODAY.minusSeconds(60),
                TODAY.plusSeconds(1),
                Limits.NONE);
        CampaignView draft = campaigns.draft(writer, over);
        act(writer, draft, Act.SUBMIT);
        clock.pass(Duration.ofSeconds(2));
        assertThatThrownBy(() -> act(reviewer, draft, Act.APPROVE)).hasMessageContaining("ALREADY_OVER at until");
        CampaignView back = act(reviewer, draft, Act.SEND_BACK);
        assertThat(back.state()).isEqualTo(State.DRAFT);
        assertThatThrownBy(() -> act(writer, back, Act.SUBMIT)).hasMessageContaining("ALREADY_OVER at until");
        CampaignDraft later = new CampaignDraft(over.terms(), over.from(), TODAY.plusSeconds(3_600), Limits.NONE);
        CampaignView longer = campaigns.change(writer, draft.id(), back.version(), later);
        act(writer, longer, Act.SUBMIT);
        assertThat(act(reviewer, longer, Act.APPROVE).state()).isEqualTo(State.LIVE);
        clock.pass(Duration.ofHours(2));
        assertThat(act(writer, longer, Act.PAUSE).state()).isEqualTo(State.PAUSED);
        assertThatThrownBy(() -> act(writer, longer, Act.RESUME)).hasMessageContaining("ALREADY_OVER at until");
    }

    @Test
    void theCalendarTellsWhatClashes() {
        Stacking alone = Stacking.oneOf("autumn");
        Terms one = Terms.of("One", "CNY", new Benefit.AmountOff(100)).stacked(alone);
        Terms two = Terms.of("Two", "CNY", new Benefit.AmountOff(200)).stacked(alone);
        CampaignView first = campaigns.draft(writer, new CampaignDraft(one, TODAY, null, Limits.NONE));
        CampaignView second = campaigns.draft(writer, new CampaignDraft(two, TODAY, null, Limits.NONE));
        campaigns.draft(writer, tenOff(Limits.NONE));
        assertThat(campaigns.calendar(writer, TODAY, TODAY.plusSeconds(60)))
                .filteredOn(each -> !each.clashes().isEmpty())
                .extracting(each -> each.clashes().get(0))
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void theLimitsOfADayAPersonAndTheWholeAreKeptOnTheLedger() {
        CampaignView live = approved(tenOff(new Limits(null, 3L, 2L, null, 1L)));
        UUID ann = UUID.randomUUID();
        settle(sale(ann));
        assertThatThrownBy(() -> settle(sale(ann))).hasMessageContaining("QUANTITY_USED_UP [" + live.id());
        settle(sale(UUID.randomUUID()));
        assertThatThrownBy(() -> settle(sale(UUID.randomUUID()))).hasMessageContaining("QUANTITY_USED_UP");
        clock.pass(Duration.ofDays(1));
        settle(sale(UUID.randomUUID()));
        clock.pass(Duration.ofDays(1));
        assertThat(live()).isEmpty();
    }

    @Test
    void whoHasHadTheirsGetsTheNextBestAndIsToldWhy() {
        Terms ten = Terms.of("Ten", "CNY", new Benefit.AmountOff(1_000)).stacked(Stacking.oneOf("autumn"));
        Terms five = Terms.of("Five", "CNY", new Benefit.AmountOff(500)).stacked(Stacking.oneOf("autumn"));
        CampaignView once = approved(limited(ten, new Limits(null, null, null, null, 1L)));
        CampaignView always = approved(limited(five, Limits.NONE));
        UUID ann = UUID.randomUUID();
        settle(priced(ann, 4_000));
        Sale next = priced(ann, 4_500);
        assertThat(next.quote().verdicts())
                .extracting(Verdict::id, Verdict::reason)
                .containsExactlyInAnyOrder(tuple(once.id(), Reason.USED_UP), tuple(always.id(), Reason.USED));
        settle(next);
        priced(UUID.randomUUID(), 4_000);
        CampaignView twice =
                campaigns.change(writer, once.id(), 1, limited(ten, new Limits(null, null, null, null, 2L)));
        act(writer, twice, Act.SUBMIT);
        act(reviewer, twice, Act.APPROVE);
        settle(priced(ann, 4_000));
        priced(ann, 4_500);
    }

    @Test
    void theDaysNumberAndWhatIsLeftOfABudgetAreLookedAtBeforeAPriceIsTold() {
        approved(tenOff(new Limits(2_500L, null, 1L, null, null)));
        settle(priced(UUID.randomUUID(), 4_000));
        priced(UUID.randomUUID(), 5_000);
        clock.pass(Duration.ofDays(1));
        settle(priced(UUID.randomUUID(), 4_000));
        clock.pass(Duration.ofDays(1));
        assertThat(priced(UUID.randomUUID(), 5_000).quote().verdicts())
                .as("500 are left, and it takes 1,000 off")
                .extracting(Verdict::reason)
                .containsExactly(Reason.USED_UP);
    }

    @Test
    void aPriceAsksTheLedgerOnceForAllLimitsAndNothingWhereThereAreNone() {
        approved(tenOff(Limits.NONE));
        Offers free = new Offers(live(), List.of());
        asked.clear();
        ground.pricing().sale(writer, request(UUID.randomUUID()), free);
        assertThat(asked).isEmpty();
        approved(tenOff(new Limits(100_000L, 9L, 9L, 9L, 9L)));
        approved(tenOff(new Limits(100_000L, 9L, 9L, 9L, 9L)));
        Offers limited = new Offers(live(), List.of());
        asked.clear();
        Sale sale = ground.pricing().sale(writer, request(UUID.randomUUID()), limited);
        assertThat(sale.quote().totals().payable()).isEqualTo(2_000);
        assertThat(asked).containsExactly("accounts");
    }

    @Test
    void aBudgetIsSpentNeverPassedAndGivenBackByAReturn() {
        CampaignView live = approved(tenOff(new Limits(1_500L, null, null, null, null)));
        Sale sale = sale(UUID.randomUUID());
        settle(sale);
        assertThat(campaigns.campaign(writer, live.id()).budgetLeft()).isEqualTo(500);
        assertThatThrownBy(() -> settle(sale(UUID.randomUUID()))).hasMessageContaining("BUDGET_USED_UP");
        post(refunding(sale, ReturnRequest.Policy.KEEP_SHARE, Map.of(), Map.of(1, 1)));
        assertThat(campaigns.campaign(writer, live.id()).budgetLeft()).isEqualTo(1_500);
    }

    @Test
    void aLaterVersionsLowerBudgetCountsAtOnceWithWhatIsUsed() {
        CampaignView first = approved(tenOff(new Limits(10_000L, null, null, null, null)));
        settle(priced(UUID.randomUUID(), 4_000));
        CampaignView lower = next(first, new Limits(1_500L, null, null, null, null));
        assertThat(campaigns.campaign(writer, first.id()).budgetLeft()).isEqualTo(500);
        assertThat(priced(UUID.randomUUID(), 5_000).quote().verdicts())
                .extracting(Verdict::reason)
                .containsExactly(Reason.USED_UP);
        assertThatThrownBy(() -> settle(sale(UUID.randomUUID()))).hasMessageContaining("BUDGET_USED_UP");
        CampaignView lowest = next(lower, new Limits(500L, null, null, null, null));
        assertThat(campaigns.campaign(writer, first.id()).budgetLeft()).isZero();
        assertThat(live()).isEmpty();
        next(lowest, new Limits(12_000L, null, null, null, null));
        assertThat(campaigns.campaign(writer, first.id()).budgetLeft()).isEqualTo(11_000);
        settle(priced(UUID.randomUUID(), 4_000));
    }

    @Test
    void aLaterVersionsLowerNumbersCountAtOnceWithWhatIsUsed() {
        CampaignView first = approved(tenOff(new Limits(null, 9L, 9L, null, 5L)));
        UUID ann = UUID.randomUUID();
        settle(priced(ann, 4_000));
        CampaignView second = next(first, new Limits(null, 9L, 9L, null, 1L));
        priced(ann, 5_000);
        settle(priced(UUID.randomUUID(), 4_000));
        CampaignView third = next(second, new Limits(null, 9L, 2L, null, null));
        priced(ann, 5_000);
        next(third, new Limits(null, 2L, null, null, null));
        assertThat(live()).isEmpty();
    }

    /** 8.33 came off the cup while it was cheaper; alone it is dearer, and a tenth of that is 10.00. Nobody bears the 1.67. */
    @Test
    void goodsComeBackThoughWhatIsKeptGetsMoreOfABudgetThatIsUsedUp() {
        Benefit bundle = new Benefit.Bundle(
                List.of(
                        new Benefit.Bundle.Slot(Selection.ofSkus("cup"), 1),
                        new Benefit.Bundle.Slot(Selection.ofSkus("tea"), 1)),
                15_000);
        approved(limited(Terms.of("Together", "CNY", bundle), Limits.NONE));
        Terms tenth =
                Terms.of("Tenth", "CNY", new Benefit.PercentOff(1_000, null)).on(Selection.ofSkus("cup"));
        CampaignView live = approved(limited(tenth, new Limits(10_000L, null, null, null, null)));
        Sale sale = sale(request(
                UUID.randomUUID(),
                Basket.Line.of(1, "cup", "cups", 1, 10_000),
                Basket.Line.of(2, "tea", "tea", 1, 8_000)));
        assertThat(sale.quote().totals().payable()).isEqualTo(14_167);
        settle(sale);
        settle(sale(request(UUID.randomUUID(), Basket.Line.of(1, "cup", "cups", 1, 91_670))));
        assertThat(campaigns.campaign(writer, live.id()).budgetLeft()).isZero();
        post(refunding(sale, ReturnRequest.Policy.RE_EVALUATE, Map.of(), Map.of(2, 1)));
        assertThat(campaigns.campaign(writer, live.id()).budgetLeft()).isZero();
        post(refunding(sale, ReturnRequest.Policy.RE_EVALUATE, Map.of(2, 1), Map.of(1, 1)));
        assertThat(campaigns.campaign(writer, live.id()).budgetLeft())
                .as("no more than this sale took")
                .isEqualTo(833);
    }

    private Funded refunding(
            Sale sale, ReturnRequest.Policy policy, Map<Integer, Integer> before, Map<Integer, Integer> now) {
        ReturnRequest back = new ReturnRequest(before, now, policy, ReturnRequest.Given.NOTHING);
        return ground.financing().refunding(writer, sale, pricing.refund(sale, back));
    }

    /** The same promotion with other limits, approved. */
    private CampaignView next(CampaignView before, Limits limits) {
        CampaignView draft = campaigns.change(writer, before.id(), before.version(), tenOff(limits));
        act(writer, draft, Act.SUBMIT);
        return act(reviewer, draft, Act.APPROVE);
    }

    private CampaignView approved(CampaignDraft content) {
        CampaignView draft = campaigns.draft(writer, content);
        act(writer, draft, Act.SUBMIT);
        return act(reviewer, draft, Act.APPROVE);
    }

    private CampaignView act(Actor actor, CampaignView campaign, Act act) {
        CampaignView after = campaigns.act(actor, campaign.id(), campaign.version(), act);
        clock.pass(Duration.ofMillis(1));
        return after;
    }

    private List<Promotion> live() {
        clock.pass(Duration.ofSeconds(2));
        return ground.live().of(merchant).promotions();
    }

    private CampaignDraft tenOff(Limits limits) {
        return limited(Terms.of("Ten", "CNY", new Benefit.AmountOff(1_000)), limits);
    }

    private static CampaignDraft limited(Terms terms, Limits limits) {
        return new CampaignDraft(terms, TODAY.minusSeconds(60), null, limits);
    }

    private Sale sale(UUID member) {
        return sale(request(member));
    }

    /** Priced by what is live, whatever is left of it. */
    private Sale sale(QuoteRequest request) {
        Offers offers = new Offers(live(), List.of());
        return pricing.sale(request, offers, pricing.quote(request, offers));
    }

    /** Priced as the door does it. */
    private Sale priced(UUID member, long payable) {
        Offers offers = new Offers(live(), List.of());
        Sale sale = ground.pricing().sale(writer, request(member), offers);
        assertThat(sale.quote().totals().payable()).isEqualTo(payable);
        return sale;
    }

    private QuoteRequest request(UUID member) {
        return request(member, Basket.Line.of(1, "cup", "cups", 1, 5_000));
    }

    private QuoteRequest request(UUID member, Basket.Line... lines) {
        Basket basket = new Basket("1", "CNY", List.of(lines), Basket.Place.TILL, Basket.PriceRules.PLAIN);
        Shopper shopper = new Shopper(member, null, Set.of(), null, false, null);
        return new QuoteRequest(
                basket,
                shopper,
                Holdings.NONE,
                QuoteRequest.Wishes.NONE,
                ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The same ledger; what is asked of it is written down. */
    private Ledger listened(Ledger ledger) {
        return (Ledger) Proxy.newProxyInstance(
                CampaignLifeTest.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }

    private void settle(Sale sale) {
        post(ground.financing().funding(writer, sale));
    }

    /** Posts what is answered, the revenue on the other side. */
    private void post(Funded funded) {
        List<Posting> postings = new ArrayList<>(funded.postings());
        AccountId revenue = books.door().open(AccountTerms.free(merchant, "revenue", "CNY", "store:1"));
        postings.add(new Posting(revenue, funded.total()));
        books.door()
                .post(new Journal(
                        Ids.next(clock),
                        "payment",
                        new Journal.Scope(merchant, null, null, "staff:1", null),
                        Journal.Facts.plain(
                                clock.instant(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "{}"),
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

    private static final class MovingClock extends Clock {

        private Instant now = TODAY;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
