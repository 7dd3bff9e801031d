package org.walletcounter.loyalty.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.loyalty.Adjustment;
import org.walletcounter.loyalty.Gift;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.Programme;

/** Customers, tills and the clockwork, all at once and at random. */
final class RandomPoints {

    private final TestPoints shop;
    private final Programme programme;
    private final UUID gift;
    private final List<UUID> members;
    private final List<TestPoints.Sale> sales = new CopyOnWriteArrayList<>();
    private final List<UUID> holds = new CopyOnWriteArrayList<>();
    private final List<UUID> given = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    RandomPoints(TestPoints shop, int members, int pendingDays) {
        this.shop = shop;
        this.programme = shop.programme(pendingDays, 4);
        this.members =
                IntStream.range(0, members).mapToObj(i -> UUID.randomUUID()).toList();
        Gift mug = shop.in(
                () -> shop.points.gifting.save(shop.manager, new Gift(null, id(), "mug", "Mug", "杯子", 7, true, 0)));
        this.gift = Objects.requireNonNull(mug.id());
        shop.in(() -> shop.points.gifting.stock(shop.manager, gift, 10));
    }

    UUID id() {
        return Objects.requireNonNull(programme.id());
    }

    List<UUID> members() {
        return members;
    }

    List<String> faults() {
        return faults;
    }

    /** How many sales went through. */
    int sold() {
        return sales.size();
    }

    /** Does so much on so many threads; a day goes by now and then. */
    void run(long seed, int threads, int acts) {
        ExecutorService tills = Executors.newFixedThreadPool(threads);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            Random random = new Random(seed + thread);
            all.add(CompletableFuture.runAsync(() -> IntStream.range(0, acts).forEach(i -> act(random)), tills));
        }
        all.forEach(CompletableFuture::join);
        tills.shutdown();
    }

    private void act(Random random) {
        try {
            switch (random.nextInt(14)) {
                case 0, 1, 2 -> sales.add(shop.sell(member(random), 1 + random.nextInt(9000), random.nextInt(3000)));
                case 3, 4 -> spend(random, null);
                case 5, 6, 7 -> refund(random);
                case 8, 9 -> shop.tidy(member(random));
                case 10 -> adjust(random);
                case 11 -> gift(random);
                case 12 -> hold(random);
                default -> shop.clock.goOn(java.time.Duration.ofHours(random.nextInt(12)));
            }
        } catch (CounterException refused) {
            note(refused);
        } catch (RuntimeException broken) {
            faults.add(broken.toString());
        }
    }

    private void note(CounterException refused) {
        if (refused.error() instanceof KernelError) {
            faults.add(refused.error().code() + " " + refused.getCause());
        }
    }

    private void spend(Random random, @org.jspecify.annotations.Nullable UUID hold) {
        sales.add(shop.sell(member(random), id(), 10L * (1 + random.nextInt(5)), hold, 200 + random.nextInt(2000)));
    }

    private void refund(Random random) {
        if (!sales.isEmpty()) {
            TestPoints.Sale sale = sales.get(random.nextInt(sales.size()));
            shop.refund(sale, 1 + random.nextInt(sale.lines.size()), 1 + random.nextInt(4000));
        }
    }

    private void adjust(Random random) {
        Adjustment asked = shop.in(() -> shop.points.adjusting.ask(
                shop.manager,
                new Adjustment.Wish(member(random), id(), 1 + random.nextInt(60) - 30, null, "by the dice")));
        shop.in(() -> shop.points.adjusting.decide(shop.second, asked.id(), true));
    }

    private void gift(Random random) {
        if (random.nextBoolean() || given.isEmpty()) {
            given.add(shop.in(() -> shop.points.gifting.give(shop.manager, gift, member(random), 1)));
            return;
        }
        UUID back = given.get(random.nextInt(given.size()));
        shop.in(() -> {
            shop.points.gifting.takeBack(shop.manager, back);
            return back;
        });
    }

    private void hold(Random random) {
        if (random.nextBoolean() && !holds.isEmpty()) {
            shop.ledger.door().release(holds.get(random.nextInt(holds.size())));
            return;
        }
        UUID member = member(random);
        UUID hold = Ids.next(shop.clock);
        shop.in(() -> {
            shop.points.exchanging.hold(
                    shop.manager,
                    new Points.HoldPoints(hold, member, id(), 10, java.time.Duration.ofDays(9), "random"));
            return hold;
        });
        holds.add(hold);
        if (random.nextBoolean()) {
            sales.add(shop.sell(member, id(), 10, hold, 200 + random.nextInt(500)));
        }
    }

    /** Everything that can come back does, in any order and in pieces. */
    void giveEverythingBack(Random random) {
        holds.forEach(hold -> {
            try {
                shop.ledger.door().release(hold);
            } catch (CounterException used) {
                note(used); // It was confirmed by its sale.
            }
        });
        List<Runnable> pieces = new ArrayList<>();
        for (TestPoints.Sale sale : sales) {
            for (int line = 1; line <= sale.lines.size(); line++) {
                int number = line;
                long half = sale.lines.get(line - 1).net() / 2;
                pieces.add(() -> shop.refund(sale, number, half));
                pieces.add(() -> shop.refund(sale, number, Long.MAX_VALUE / 2));
            }
        }
        java.util.Collections.shuffle(pieces, random);
        pieces.forEach(Runnable::run);
        sales.forEach(shop::refundAll);
    }

    private UUID member(Random random) {
        return members.get(random.nextInt(members.size()));
    }
}
