package org.walletcounter.vouchers.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
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

    /** What who comes second is told. */
    private static final Set<KernelError> TOO_LATE =
            EnumSet.of(KernelError.COMMAND_IN_FLIGHT, KernelError.CHANGED_MEANWHILE);

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

    /** Faults of the counter's own: nobody may be told that something failed inside, or could not be done just now. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many payments went through. */
    int paid() {
        return payments.size();
    }

    /** How many vouchers were set aside. */
    int held() {
        return holds.size();
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
                    vouchers.add(shop.take(campaign(random), member(random)).id());
                case 3 -> shop.vouchers.grant(shop.manager(), campaign(random), List.of(member(random)));
                case 4 -> one(vouchers, random).ifPresent(voucher -> hold(voucher, 1 + random.nextInt(100)));
                case 5 ->
                    one(holds, random)
                            .map(Use::hold)
                            .ifPresent(hold -> shop.vouchers.release(shop.cashier(), List.of(hold)));
                case 6, 7 ->
                    one(vouchers, random).ifPresent(voucher -> pay(TestVouchers.use(voucher, 1 + random.nextInt(100))));
                case 8 -> one(holds, random).ifPresent(this::pay);
                case 9 -> one(payments, random).ifPresent(this::comeBack);
                default -> one(vouchers, random).ifPresent(voucher -> leave(voucher, random));
            }
        } catch (CounterException refused) {
            note(refused.error(), refused.getCause());
        }
    }

    private void note(ErrorCode error, @Nullable Throwable cause) {
        if (error instanceof KernelError fault && !TOO_LATE.contains(fault)) {
            faults.add(fault.code() + " " + cause);
        }
    }

    private void hold(UUID voucher, long saving) {
        Use use = new Use(voucher, Money.of(saving, "GBP"), null);
        HoldOnVoucher hold =
                shop.vouchers.hold(shop.cashier(), List.of(use), "random").get(0);
        holds.add(new Use(use.voucherId(), use.saving(), hold.hold()));
    }

    private void pay(Use use) {
        Outcome outcome = shop.pay(shop.cashier(), List.of(use), "R" + sales.incrementAndGet());
        if (outcome instanceof Outcome.Posted posted) {
            payments.add(new Paid(use.voucherId(), posted.journalId()));
        } else if (outcome instanceof Outcome.Refused refused) {
            note(refused.error(), null);
        }
    }

    private void comeBack(Paid paid) {
        shop.vouchers.comeBack(shop.cashier(), paid.voucher(), paid.journal());
    }

    private void leave(UUID voucher, Random random) {
        if (random.nextBoolean()) {
            vouchers.add(
                    shop.vouchers.give(shop.manager(), voucher, member(random)).id());
        } else {
            shop.vouchers.withdraw(shop.manager(), voucher, "random");
        }
    }

    private UUID campaign(Random random) {
        return campaigns.get(random.nextInt(campaigns.size()));
    }

    private UUID member(Random random) {
        return members.get(random.nextInt(members.size()));
    }

    /** One of those that are there by now, if any. They only ever become more. */
    private static <T> Optional<T> one(List<T> some, Random random) {
        int size = some.size();
        return size == 0 ? Optional.empty() : Optional.of(some.get(random.nextInt(size)));
    }
}
