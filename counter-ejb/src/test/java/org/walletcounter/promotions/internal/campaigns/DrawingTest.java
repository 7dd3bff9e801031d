package org.walletcounter.promotions.internal.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.Lottery;
import org.walletcounter.promotions.Benefit.RandomOff;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.Act;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.DrawnCampaign;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.Draws.Drawn;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.draws.SeedSeal;
import org.walletcounter.promotions.internal.goods.Draw;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.testing.TestDatabase;

class DrawingTest {

    private static final Instant TODAY = Instant.parse("2026-11-20T04:00:00Z");
    private static final Terms.Names NAMES = new Terms.Names("Thing", "东西");
    private static final SeedSeal SEAL = new SeedSeal(1, Map.of(1, new byte[32], 2, new byte[] {2}));

    private static final TestDatabase DATABASE = TestDatabase.fresh(); // its whole ledger is checked
    private final UUID merchant = DATABASE.newMerchant();
    private final Actor writer = new Actor("staff:1", "Wen", "manager", merchant, null);
    private final Actor reviewer = new Actor("staff:2", "Rui", "manager", merchant, null);
    private final MovingClock clock = new MovingClock();
    private final TestLedger books = TestLedger.on(DATABASE, clock);
    private final CampaignGround ground = ground(SEAL);
    private final Campaigns campaigns = ground.campaigns();
    private final Draws draws = ground.draws();

    @AfterEach
    void close() {
        assertThat(books.door().check()).isEmpty();
        books.close();
    }

    @Test
    void theCommitmentIsPublishedWithTheApprovalAndTheSeedOnlyAfterTheLastDraw() {
        CampaignView live = live(lottery(1, List.of(prize("CUP", 1, 5)), null));
        DrawnCampaign before = draws.odds(reviewer, live.id());
        assertThat(before.commitment()).matches("[0-9a-f]{64}");
        assertThat(before.seed()).isNull();
        assertThat(before.closes()).isEqualTo(TODAY.plus(Duration.ofDays(10 + 3)));
        clock.pass(Duration.ofDays(13).minusSeconds(1));
        draw(live, "t1");
        clock.pass(Duration.ofSeconds(1));
        assertThatThrownBy(() -> draw(live, "t2")).hasMessageContaining("DRAWING_OVER");
        assertThat(draws.odds(reviewer, live.id()).seed()).isNull();
        clock.pass(Duration.ofSeconds(61));
        DrawnCampaign after = draws.odds(reviewer, live.id());
        assertThat(sha256(after.seed())).isEqualTo(before.commitment());
        assertThat(after.drawn()).isEqualTo(1);
    }

    @Test
    void everyDrawIsReckonedAgainWithTheSeed() {
        Lottery lottery = lottery(70, List.of(prize("CUP", 20, 100), prize("CAR", 10, 2)), "CUP");
        CampaignView live = live(lottery);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            drawn.add(draw(live, "ticket " + i));
        }
        clock.pass(Duration.ofDays(20));
        String seed = draws.odds(reviewer, live.id()).seed();
        assertThat(seed).isNotNull();
        Map<String, Long> left = new HashMap<>(Map.of("CUP", 100L, "CAR", 2L));
        for (int i = 0; i < drawn.size(); i++) {
            Drawn each = drawn.get(i);
            assertThat(each.text()).isEqualTo(live.id() + ":" + (i + 1) + ":ticket " + (i + 1));
            Draw.Number again = Draw.of(HexFormat.of().parseHex(seed), each.text(), 100);
            assertThat(each.hash()).isEqualTo(again.hash());
            String meant = again.value() < 20 ? "CUP" : again.value() < 30 ? "CAR" : "";
            assertThat(code(each.meant())).isEqualTo(meant);
            String given = meant.isEmpty() || left.getOrDefault(meant, 0L) > 0 ? meant : "CUP";
            assertThat(code(each.prize())).isEqualTo(given);
            left.computeIfPresent(given, (code, pieces) -> pieces - 1);
        }
        assertThat(draws.odds(reviewer, live.id()).left()).isEqualTo(left);
    }

    @Test
    void eachPrizeHasExactlyAsManyNumbersAsItsWeight() {
        Lottery lottery = lottery(70, List.of(prize("CUP", 20, 1), prize("CAR", 10, 1)), null);
        Map<String, Integer> numbers = new HashMap<>();
        for (long number = 0; number < lottery.weights(); number++) {
            numbers.merge(code(Drawing.prize(lottery, number)), 1, Integer::sum);
        }
        assertThat(numbers).isEqualTo(Map.of("CUP", 20, "CAR", 10, "", 70));
    }

    @Test
    void fiftyWhoDrawAtOnceGetTheLastPrizeOnce() throws Exception {
        CampaignView live = live(lottery(0, List.of(prize("CAR", 1, 1)), null));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Drawn>> asked = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String ticket = "ticket " + i;
            asked.add(threads.submit(() -> draw(live, ticket)));
        }
        List<Drawn> drawn = new ArrayList<>();
        for (Future<Drawn> each : asked) {
            drawn.add(each.get());
        }
        threads.shutdown();
        assertThat(drawn).filteredOn(each -> each.prize() != null).hasSize(1);
        assertThat(drawn).extracting(Drawn::serial).doesNotHaveDuplicates().contains(1L, 50L);
        assertThat(draws.odds(reviewer, live.id()).left()).isEqualTo(Map.of("CAR", 0L));
    }

    @Test
    void aCampaignWhoseSeedIsKnownNeverDrawsAgain() {
        CampaignView live = live(lottery(1, List.of(prize("CUP", 1, 5)), null));
        act(writer, live, Act.END);
        clock.pass(Duration.ofDays(4));
        assertThat(draws.odds(reviewer, live.id()).seed()).isNotNull();
        CampaignView next =
                campaigns.change(writer, live.id(), 1, draft(live.content().terms()));
        act(writer, next, Act.SUBMIT);
        assertThatThrownBy(() -> act(reviewer, next, Act.APPROVE)).hasMessageContaining("SEED_REVEALED");
        CampaignView copy = campaigns.copy(writer, live.id());
        assertThatThrownBy(() -> draws.odds(reviewer, copy.id())).hasMessageContaining("NO_SUCH_CAMPAIGN");
    }

    @Test
    void aLaterVersionKeepsTheSeedAndItsTicketsTheirOdds() {
        CampaignView first = live(lottery(0, List.of(prize("CUP", 1, 5)), null));
        String commitment = draws.odds(reviewer, first.id()).commitment();
        Terms meaner = Terms.of("Draw", "CNY", lottery(1_000_000, List.of(prize("CUP", 1, 5)), null));
        CampaignView second = campaigns.change(writer, first.id(), 1, draft(meaner));
        act(writer, second, Act.SUBMIT);
        act(reviewer, second, Act.APPROVE);
        assertThat(draws.odds(reviewer, first.id()).commitment()).isEqualTo(commitment);
        assertThat(draw(first, "old ticket").prize()).isNotNull();
        assertThat(draw(second, "new ticket").meant()).isNull();
    }

    @Test
    void howMuchAMemberMayDrawIsForTheNewestVersionThatWentLiveToSay() {
        CampaignView first = live(limited(1));
        CampaignView second = campaigns.change(writer, first.id(), 1, draft(Terms.of("Draw", "CNY", limited(5))));
        assertThat(draw(first, "before").newest())
                .as("nobody has approved more")
                .isEqualTo(limited(1));
        act(writer, second, Act.SUBMIT);
        act(reviewer, second, Act.APPROVE);
        Drawn old = draw(first, "old ticket");
        assertThat(old.terms()).isEqualTo(limited(1));
        assertThat(old.newest()).isEqualTo(limited(5));
        assertThat(draw(second, "new ticket").newest()).isEqualTo(limited(5));
    }

    @Test
    void aRandomReductionHangsOnTheSecretSeedAndCanBeReckonedAgain() {
        RandomOff random = new RandomOff(List.of(new RandomOff.Chance(9, 100), new RandomOff.Chance(1, 5_000)));
        CampaignView live = live(random);
        for (int sale = 1; sale <= 30; sale++) {
            Offers offers = ground.offers(merchant, "sale " + sale);
            Benefit.RandomOff told =
                    (RandomOff) offers.promotions().get(0).terms().benefit();
            QuoteRequest asked = question("sale " + sale);
            assertThat(new PurePricing().quote(asked, offers).totals().payable())
                    .isEqualTo(10_000 - (Objects.requireNonNull(told.drawn()) < 9 ? 100 : 5_000))
                    .isEqualTo(new PurePricing()
                            .quote(asked, ground.offers(merchant, "sale " + sale))
                            .totals()
                            .payable());
        }
        Long drawn = ((RandomOff) ground.offers(merchant, "sale 1")
                        .promotions()
                        .get(0)
                        .terms()
                        .benefit())
                .drawn();
        clock.pass(Duration.ofDays(11));
        String seed = draws.odds(reviewer, live.id()).seed();
        assertThat(Draw.of(HexFormat.of().parseHex(seed), live.id() + ":sale 1", 10)
                        .value())
                .isEqualTo(drawn);
    }

    @Test
    void whatDrawsWithoutAPublishedCommitmentIsNotOnOffer() {
        CampaignView live = live(new RandomOff(List.of(new RandomOff.Chance(1, 100))));
        DATABASE.asOwner("DELETE FROM promotions.seed WHERE campaign_id = '" + live.id() + "'");
        assertThat(ground(SEAL).offers(merchant, "sale 1").promotions()).isEmpty();
    }

    @Test
    void whoAsksWithoutSellingIsNotToldWhichSaleNumberIsALuckyOne() {
        live(new RandomOff(List.of(new RandomOff.Chance(1, 100))));
        live(new Benefit.AmountOff(50));
        assertThat(ground.untold(merchant).promotions())
                .extracting(each -> each.terms().benefit())
                .containsExactly(new Benefit.AmountOff(50));
    }

    @Test
    void aSeedIsSealedInTheDatabaseAndBoundToItsCampaign() {
        CampaignView one = live(lottery(1, List.of(prize("CUP", 1, 5)), null));
        CampaignView other = live(lottery(1, List.of(prize("CUP", 1, 5)), null));
        assertThatThrownBy(() -> ground(new SeedSeal(1, Map.of(1, new byte[] {7})))
                        .draws()
                        .draw(reviewer, ticket(one, "t")))
                .hasMessageContaining("WCTR11203");
        DATABASE.asOwner(
                "ALTER TABLE promotions.seed DISABLE TRIGGER keep_the_seed",
                "UPDATE promotions.seed SET sealed = (SELECT sealed FROM promotions.seed WHERE campaign_id = '"
                        + other.id() + "') WHERE campaign_id = '" + one.id() + "'",
                "ALTER TABLE promotions.seed ENABLE TRIGGER keep_the_seed");
        assertThatThrownBy(() -> draw(one, "t")).hasMessageContaining("WCTR11203");
    }

    private CampaignGround ground(SeedSeal seal) {
        return new CampaignGround(
                books.transactions().source(),
                books.door(),
                new Days(),
                (merchantId, currency, after, limit) -> List.of(),
                clock,
                act -> {},
                () -> seal);
    }

    private Drawn draw(CampaignView campaign, String name) {
        return books.transactions().in(() -> {
            Drawn drawn = draws.draw(reviewer, ticket(campaign, name));
            if (!drawn.postings().isEmpty()) {
                books.door()
                        .post(new Journal(
                                Ids.next(clock),
                                "prize-drawn",
                                new Journal.Scope(merchant, null, null, "member:1", null),
                                Journal.Facts.plain(drawn.at(), LocalDate.of(2026, 11, 20), "{}"),
                                drawn.postings()));
            }
            return drawn;
        });
    }

    private static Draws.Ticket ticket(CampaignView campaign, String name) {
        return new Draws.Ticket(campaign.id(), campaign.version(), name);
    }

    private CampaignView live(Benefit benefit) {
        CampaignView draft = campaigns.draft(writer, draft(Terms.of("Draw", "CNY", benefit)));
        act(writer, draft, Act.SUBMIT);
        return act(reviewer, draft, Act.APPROVE);
    }

    private CampaignDraft draft(Terms terms) {
        return new CampaignDraft(
                terms, TODAY.minusSeconds(60), TODAY.plus(Duration.ofDays(10)), CampaignDraft.Limits.NONE);
    }

    private CampaignView act(Actor actor, CampaignView campaign, Act act) {
        return books.transactions().in(() -> campaigns.act(actor, campaign.id(), campaign.version(), act));
    }

    private static Lottery lottery(int blank, List<Prize> prizes, @Nullable String substitute) {
        return new Lottery(1_000, 10, blank, 3, null, null, substitute, prizes);
    }

    private static Lottery limited(int draws) {
        return new Lottery(1_000, 10, 1, 3, draws, null, null, List.of(prize("CUP", 1, 5)));
    }

    private static Prize prize(String code, int weight, int stock) {
        return new Prize(code, NAMES, weight, stock, 100, null, null, null);
    }

    private static String code(@Nullable Prize prize) {
        return prize == null ? "" : prize.code();
    }

    private QuoteRequest question(String reference) {
        return new QuoteRequest(
                new Basket(
                        reference,
                        "CNY",
                        List.of(Basket.Line.of(1, "CUP", "Cups", 1, 10_000)),
                        Basket.Place.TILL,
                        Basket.PriceRules.PLAIN),
                Shopper.UNKNOWN,
                Holdings.NONE,
                QuoteRequest.Wishes.NONE,
                clock.instant().atZone(ZoneOffset.UTC));
    }

    private static String sha256(@Nullable String hex) {
        try {
            byte[] seed = HexFormat.of().parseHex(hex == null ? "" : hex);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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
