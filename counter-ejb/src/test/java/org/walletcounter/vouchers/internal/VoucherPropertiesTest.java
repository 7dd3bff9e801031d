package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.walletcounter.vouchers.internal.book.Honouring;

/** What holds whatever happens, on the real ledger and a real PostgreSQL. */
class VoucherPropertiesTest {

    /** I8: whatever many do at once, no voucher is used twice, none is given out too many, no budget is exceeded. */
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whateverManyDoAtOnceThePromisesHold(@ForAll @IntRange(max = 1_000_000) int seed) {
        TestVouchers shop = TestVouchers.shared();
        VoucherWork work = new VoucherWork(shop);

        work.run(seed, 10, 60);

        assertThat(work.faults()).isEmpty();
        assertThat(shop.findings()).isEmpty();
    }

    /** However many want the last ones, exactly as many get one as there are. */
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void exactlyAsManyGetOneAsThereAre(
            @ForAll @IntRange(min = 1, max = 30) int there, @ForAll @IntRange(min = 1, max = 60) int wanting) {
        TestVouchers shop = TestVouchers.shared();
        UUID campaign = shop.live(Forms.taken().of((long) there, null, null).form());

        Crowd.does(wanting, 30, () -> shop.take(campaign, UUID.randomUUID()));

        assertThat(shop.campaigns.figures(shop.manager(), campaign).hands().issued())
                .isEqualTo(Math.min(there, wanting));
    }

    /** What those who fund a saving bear is the saving, to the last minor unit, and nobody bears more than a unit too much. */
    @Property
    void sharesMakeUpTheSaving(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long saving,
            @ForAll @IntRange(max = 10_000) int first,
            @ForAll @IntRange(max = 10_000) int second) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        List<Honouring.Party> parties = List.of(party(1, low), party(2, high - low), party(3, 10_000 - high));

        List<Honouring.Share> shares = Honouring.split(saving, parties);

        assertThat(shares.stream().mapToLong(Honouring.Share::amount).sum()).isEqualTo(saving);
        for (Honouring.Share share : shares) {
            long exact = saving * part(parties, share.merchantId());
            assertThat(Math.abs(share.amount() * 10_000 - exact)).isLessThan(10_000);
        }
    }

    private static Honouring.Party party(long id, int share) {
        return new Honouring.Party(new UUID(0, id), true, share, null);
    }

    private static int part(List<Honouring.Party> parties, UUID merchant) {
        return parties.stream()
                .filter(each -> each.merchantId().equals(merchant))
                .findFirst()
                .orElseThrow()
                .share();
    }
}
