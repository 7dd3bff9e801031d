package org.walletcounter.promotions.internal.backtests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.promotions.BackTestResult;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.promotions.internal.tables.Tables;
import org.walletcounter.reporting.internal.past.SalesOfThePast;
import org.walletcounter.testing.TestDatabase;

/** Measures on this machine: one draft on 100,000 past sales, alone and beside ten live campaigns. Run its main. */
final class BackTestThroughput {

    private static final int SALES = 100_000;

    private BackTestThroughput() {}

    public static void main(String[] arguments) {
        TestDatabase database = TestDatabase.fresh();
        PastShop shop = new PastShop(database);
        shop.sell(SALES);
        database.asOwner("ANALYZE");
        BackTestRows rows = new BackTestRows(new Tables(database.app()), new JsonDefinitions());
        Worker worker = new Worker(rows, new SalesOfThePast(database.app()), new PurePricing(), Clock.systemUTC());
        for (int rivals : List.of(0, 0, 10)) {
            measure(shop, rows, worker, rivals);
        }
    }

    private static void measure(PastShop shop, BackTestRows rows, Worker worker, int rivals) {
        CampaignView draft = new CampaignView(
                UUID.randomUUID(),
                1,
                CampaignView.State.DRAFT,
                new CampaignDraft(
                        Terms.of("Draft", "CNY", new Benefit.EachFull(4_000, 500, 5_000L)),
                        Instant.EPOCH,
                        null,
                        CampaignDraft.Limits.NONE),
                "staff:1",
                null,
                Instant.EPOCH,
                null,
                List.of());
        BackTests.Order order = new BackTests.Order(draft.id(), 1, PastShop.FIRST_DAY, PastShop.FIRST_DAY.plusDays(40));
        BackTestView view = new BackTestView(
                UUID.randomUUID(),
                order,
                draft.content().terms().names(),
                null,
                BackTestView.State.WAITING,
                null,
                0,
                "staff:1",
                Instant.EPOCH,
                null,
                BackTestResult.nothing("CNY"));
        rows.insert(view, new BackTestRows.Setting(shop.merchant, draft), offers(rivals));
        long begun = System.nanoTime();
        int slices = 0;
        while (worker.work(Duration.ofSeconds(1))) {
            slices++;
        }
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        BackTestResult result =
                rows.find(shop.merchant, null, view.id()).orElseThrow().result();
        say("beside " + rivals + " live campaigns: " + result.orders() + " orders, " + result.reached()
                + " reached, in " + millis + " ms and " + slices + " slices: " + result.orders() * 1_000 / millis
                + " a second");
    }

    private static Offers offers(int rivals) {
        List<Promotion> offers = new ArrayList<>();
        for (int i = 0; i < rivals; i++) {
            Selection on = Selection.ofCategories(PastShop.CATEGORIES.get(i % 4));
            Terms terms = Terms.of("Rival " + i, "CNY", new Benefit.PercentOff(300 + 100 * i, null))
                    .on(on)
                    .stacked(Stacking.oneOf("shelf " + i % 4));
            offers.add(new Promotion(new UUID(1, i), 1, terms, Instant.EPOCH, null));
        }
        return new Offers(offers, List.of());
    }

    private static void say(String text) {
        System.out.println(text); // a measurement run by hand speaks on the console
    }
}
