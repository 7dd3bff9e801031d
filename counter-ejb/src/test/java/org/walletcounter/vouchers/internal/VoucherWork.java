package org.walletcounter.vouchers.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.vouchers.HoldOnVoucher;
import org.walletcounter.vouchers.Use;

/**
 * A busy merchant: many threads take, grant, hold, release, pay, call back, give, withdraw and let expire at random, with
 * few vouchers and few members, so that they are in each other's way all the time.
 */
final class VoucherWork {

    private final TestVouchers shop;
    private final List<UUID> campaigns = new ArrayList<>();
    private final List<UUID> members = new ArrayList<>();
    private final List<UUID> vouchers = Collections.synchronizedList(new ArrayList<>());
    private final List<Use> holds = Collections.synchronizedList(new ArrayList<>());
    private final List<Paid> payments = Collections.synchronizedList(new ArrayList<>());
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sales = new AtomicInteger();

    VoucherWork(TestVouchers shop) {
        this.shop = shop;
        campaigns.add(shop.live(Forms.taken().of(25L, null, 3).form()));
        campaigns.add(shop.live(Forms.taken().of(60L, 40L, null).budget(1_500).form()));
        for (int i = 0; i < 6; i++) {
            members.add(UUID.randomUUID());
        }
    }

    private record Paid(UUID voucher, UUID journal) {}

    /** Faults of the counter's own: nobody may be told that something failed inside. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    void run(long seed, int threads, int steps) {
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Random random = new Random(seed + i);
                all.add(crowd.submit(() -> {
                    for (int step = 0; step < steps; step++) {
                        act(random);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("The work could not be done.", failed);
        } finally {
            crowd.shutdownNow();
        }
    }

    private void act(Random random) {
        try {
            switch (random.nextInt(11)) {
                case 0, 1, 2 ->
                    vouchers.add(shop.take(one(campaigns, random), one(members, random))
                            .id());
                case 3 -> shop.vouchers.grant(shop.manager(), one(campaigns, random), List.of(one(members, random)));
                case 4 -> hold(random);
                case 5 -> shop.vouchers.release(shop.cashier(), List.of(held(random)));
                case 6, 7 -> pay(TestVouchers.use(one(vouchers, random), 1 + random.nextInt(100)));
                case 8 -> pay(one(holds, random));
                case 9 -> comeBack(random);
                default -> leave(random);
            }
        } catch (CounterException refused) {
            if (refused.error() == KernelError.INTERNAL) {
                faults.add(String.valueOf(refused.getCause()));
            }
        } catch (IllegalArgumentException nothingThereYet) {
            // Another turn will find something.
        }
    }

    private void hold(Random random) {
        Use use = new Use(one(vouchers, random), Money.of(1 + random.nextInt(100), "GBP"), null);
        HoldOnVoucher hold =
                shop.vouchers.hold(shop.cashier(), List.of(use), "random").get(0);
        holds.add(new Use(use.voucherId(), use.saving(), hold.hold()));
    }

    private UUID held(Random random) {
        UUID hold = one(holds, random).hold();
        return hold == null ? UUID.randomUUID() : hold;
    }

    private void pay(Use use) {
        Outcome outcome = shop.pay(shop.cashier(), List.of(use), "R" + sales.incrementAndGet());
        if (outcome instanceof Outcome.Posted posted) {
            payments.add(new Paid(use.voucherId(), posted.journalId()));
        } else if (outcome instanceof Outcome.Refused refused && refused.error() == KernelError.INTERNAL) {
            faults.add("a payment failed inside");
        }
    }

    private void comeBack(Random random) {
        Paid paid = one(payments, random);
        shop.vouchers.comeBack(shop.cashier(), paid.voucher(), paid.journal());
    }

    private void leave(Random random) {
        UUID voucher = one(vouchers, random);
        if (random.nextBoolean()) {
            vouchers.add(shop.vouchers
                    .give(shop.manager(), voucher, one(members, random))
                    .id());
        } else {
            shop.vouchers.withdraw(shop.manager(), voucher, "random");
        }
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
