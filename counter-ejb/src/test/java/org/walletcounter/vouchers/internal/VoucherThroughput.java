package org.walletcounter.vouchers.internal;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.VoucherView;

/**
 * Measures on this machine: a million codes, ten thousand who want a hundred vouchers, grants to many. Run its main with
 * {@code -Dcounter.test.fsync=on}, on a machine that does nothing else.
 */
final class VoucherThroughput {

    private static final int CODES = 1_000_000;
    private static final int WANTING = 10_000;
    private static final int THERE = 100;
    private static final int GRANTS = 20_000;
    private static final int AT_ONCE = 1_000;

    private VoucherThroughput() {}

    public static void main(String[] arguments) {
        TestVouchers.Shifting clock = new TestVouchers.Shifting();
        try (TestLedger books = TestLedger.on(TestDatabase.fresh(), clock)) {
            TestVouchers shop = new TestVouchers(books, clock, ledger -> ledger);
            race(shop);
            race(shop);
            grants(shop);
            takes(shop);
            codes(shop);
            say("findings " + shop.findings().size());
        }
    }

    private static void race(TestVouchers shop) {
        UUID campaign = shop.live(Forms.taken().of((long) THERE, null, 1).form());
        long begun = System.nanoTime();
        List<Object> answers = Crowd.does(WANTING, 500, () -> shop.take(campaign, UUID.randomUUID()));
        long millis = since(begun);
        long got = answers.stream().filter(VoucherView.class::isInstance).count();
        say("race: " + WANTING + " for " + THERE + " gave " + got + ", gone " + Collections.frequency(answers, "GONE")
                + ", in " + millis + " ms");
    }

    private static void takes(TestVouchers shop) {
        UUID campaign = shop.live(Forms.taken().of(100_000L, null, 1).form());
        long begun = System.nanoTime();
        Crowd.does(5_000, 64, () -> shop.take(campaign, UUID.randomUUID()));
        say("takes: 5000 by 64 at once in " + since(begun) + " ms");
    }

    private static void grants(TestVouchers shop) {
        UUID campaign = shop.live(Forms.way(Way.GRANT).of(1_000_000L, null, 1).form());
        long begun = System.nanoTime();
        for (int i = 0; i < GRANTS / AT_ONCE; i++) {
            List<UUID> members =
                    Stream.generate(UUID::randomUUID).limit(AT_ONCE).toList();
            shop.vouchers.grant(shop.manager(), campaign, members);
        }
        say("grants: " + GRANTS + " in " + since(begun) + " ms");
    }

    private static void codes(TestVouchers shop) {
        UUID campaign =
                shop.live(Forms.way(Way.CODE).of(10L * CODES, null, null).form());
        long begun = System.nanoTime();
        shop.campaigns.makeCodes(shop.manager(), campaign, "million", CODES);
        say("codes: " + CODES + " in " + since(begun) + " ms");
        long[] written = new long[1];
        UUID batch = shop.campaigns.batches(shop.manager(), campaign).get(0).id();
        begun = System.nanoTime();
        shop.campaigns.codes(shop.manager(), batch, code -> written[0] += code.length());
        say("written out again: " + written[0] + " characters in " + since(begun) + " ms");
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static void say(String text) {
        System.out.println(text); // a measurement run by hand speaks on the console
    }
}
