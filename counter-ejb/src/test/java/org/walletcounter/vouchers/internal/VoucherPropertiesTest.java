package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.walletcounter.vouchers.internal.book.Honouring;

/** What holds whatever happens, on the real ledger and a real PostgreSQL. */
class VoucherPropertiesTest {

    /** I8: whatever many do at once, no voucher is used twice, none is given out too many, no budget is exceeded. */
    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whateverManyDoAtOnceThePromisesHold(@ForAll @IntRange(max = 1_000_000) int seed) {
        TestVouchers shop = TestVouchers.shared();
        VoucherWork work = new VoucherWork(shop);

        work.run(seed, 10, 60);

        assertThat(work.paid()).as("payments").isPositive();
        assertThat(work.held()).as("vouchers set aside").isPositive();
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
        List<Honouring.Party> parties = parties(first, second);

        List<Honouring.Share> shares = Honouring.split(saving, parties);

        assertThat(shares.stream().mapToLong(Honouring.Share::amount).sum()).isEqualTo(saving);
        for (Honouring.Share share : shares) {
            long exact = saving * part(parties, share.merchantId());
            assertThat(Math.abs(share.amount() * 10_000 - exact)).isLessThan(10_000);
        }
    }

    /**
     * In whatever steps a saving is undone and stands again: each step is shared to the last minor unit among those who were
     * noted with the use, nobody's part moves against the others', and in the end each has back what was borne.
     */
    @Property
    void whatIsUndoneInStepsIsUndoneForAllWhoBearIt(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long saving,
            @ForAll @IntRange(max = 10_000) int first,
            @ForAll @IntRange(max = 10_000) int second,
            @ForAll @Size(max = 12) List<@LongRange(min = -1_000, max = 1_000_000_000L) Long> steps) {
        List<Undoing.Funder> funders = Honouring.split(saving, parties(first, second)).stream()
                .map(share -> new Undoing.Funder(share.merchantId(), share.amount(), 0))
                .toList();
        long undone = 0;
        for (long step : steps) {
            undone += Math.min(step, saving - undone);
            funders = undone(funders, undone);
        }
        assertThat(undone(funders, saving)).allMatch(each -> each.undone() == each.amount());
    }

    private static List<Undoing.Funder> undone(List<Undoing.Funder> funders, long undone) {
        long[] changes = Undoing.changes(funders, undone);
        int way = Long.signum(LongStream.of(changes).sum());
        List<Undoing.Funder> after = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            Undoing.Funder each = funders.get(i);
            assertThat(changes[i] * way).isNotNegative();
            after.add(new Undoing.Funder(each.merchantId(), each.amount(), each.undone() + changes[i]));
        }
        assertThat(after).allMatch(each -> each.undone() <= each.amount());
        assertThat(after.stream().mapToLong(Undoing.Funder::undone).sum()).isEqualTo(undone);
        return after;
    }

    private static List<Honouring.Party> parties(int first, int second) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        return List.of(party(1, low), party(2, high - low), party(3, 10_000 - high));
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
