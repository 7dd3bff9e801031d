package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.MemberChanged;
import org.walletcounter.members.TextReminders;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.vouchers.Available;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView.State;
import org.walletcounter.vouchers.Reminder;
import org.walletcounter.vouchers.Reminder.Kind;
import org.walletcounter.vouchers.Reminders;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.reminders.FewLeft;

/** Members follow campaigns and are reminded: of each thing once, in time, and not of what helps them no more. */
class FollowingTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final UUID member = UUID.randomUUID();
    private final Actor self = shop.self(member);

    @BeforeEach
    void letItBeNoon() {
        houseIsOpenAt(12);
    }

    @Test
    void eachThingIsSaidOnceAndThenTheFollowingIsDone() {
        UUID campaign = opening(Duration.ofHours(1), Duration.ofDays(3), 20L, 1);
        assertThat(shop.vouchers.available(self, member)).isEmpty();
        assertThat(shop.vouchers.coming(self, member))
                .singleElement()
                .matches(each -> each.campaign().id().equals(campaign) && !each.following());
        follow(campaign);
        assertThat(shop.vouchers.coming(self, member)).singleElement().matches(Available::following);
        assertThat(shop.campaigns.figures(shop.manager(), campaign).followers()).isEqualTo(1);
        assertThat(said()).isEmpty();

        shop.clock.forward(Duration.ofHours(1).plusSeconds(1));
        assertThat(said()).containsExactly(Kind.OPENED);
        assertThat(said()).containsExactly(Kind.OPENED);
        assertThat(shop.vouchers.coming(self, member)).isEmpty();
        assertThat(shop.vouchers.available(self, member)).singleElement().matches(Available::following);

        taken(campaign, 14);
        assertThat(said()).containsExactly(Kind.OPENED);
        taken(campaign, 1);
        assertThat(said()).containsExactly(Kind.FEW_LEFT, Kind.OPENED);
        taken(campaign, 1);
        assertThat(said()).containsExactly(Kind.FEW_LEFT, Kind.OPENED);

        shop.clock.forward(Duration.ofDays(2).minusHours(2));
        assertThat(said()).hasSize(2);
        shop.clock.forward(Duration.ofHours(1));
        assertThat(said()).containsExactly(Kind.ENDING, Kind.FEW_LEFT, Kind.OPENED);
        assertThat(said()).hasSize(3);
        assertThat(shop.campaigns.figures(shop.manager(), campaign).followers()).isZero();
        assertThat(messages(Reminders.TOPIC)).isEqualTo(3);
    }

    @RepeatedTest(3)
    void nodesThatRemindAtTheSameMomentSayEachThingOnce() {
        UUID campaign = opening(Duration.ofMinutes(1), Duration.ofHours(2), 100L, 1);
        List<UUID> crowd = crowd(60);
        crowd.forEach(each -> shop.reminders.follow(shop.self(each), each, campaign));
        shop.clock.forward(Duration.ofMinutes(2));

        Crowd.does(24, 8, shop.steps::followers);
        quiet();

        crowd.forEach(each -> assertThat(kinds(each)).containsExactly(Kind.OPENED));
    }

    @RepeatedTest(3)
    void nodesThatRemindHoldersAtTheSameMomentSayItOnce() {
        UUID campaign = shop.live(Forms.way(Way.GRANT).days(2).form());
        List<UUID> crowd = crowd(60);
        shop.vouchers.grant(shop.manager(), campaign, crowd);

        Crowd.does(24, 8, shop.steps::holders);
        quiet();

        crowd.forEach(each -> assertThat(kinds(each)).containsExactly(Kind.EXPIRING));
    }

    @Test
    void whatWasPlainToSeeWhenTheMemberBeganToFollowIsNotSaid() {
        UUID campaign = opening(Duration.ofMinutes(-1), Duration.ofHours(10), 5L, null);
        follow(campaign);

        assertThat(said()).isEmpty();

        // half-way to its end it is said all the same
        shop.clock.forward(Duration.ofHours(5).plusMinutes(1));
        assertThat(said()).containsExactly(Kind.ENDING);
    }

    @Test
    void ofWhatIsDueAtTheSameMomentTheWeightiestIsSaid() {
        UUID campaign = opening(Duration.ofHours(1), Duration.ofHours(3), 3L, null);
        follow(campaign);
        shop.clock.forward(Duration.ofHours(2).plusMinutes(30));

        assertThat(said()).containsExactly(Kind.OPENED);
        assertThat(shop.vouchers.available(self, member)).singleElement().matches(each -> !each.following());
    }

    @Test
    void whatThereIsWithoutEndNeverHasFewLeft() {
        UUID campaign = opening(Duration.ofMinutes(-1), Duration.ofHours(2), null, null);
        follow(campaign);
        taken(campaign, 3);

        assertThat(said()).isEmpty();
    }

    @Test
    void theHouseSaysHowManyAreFew() {
        Instant now = shop.clock.instant();
        shop.in(() -> {
            shop.rules.set(FewLeft.PERCENT, 50, now, shop.manager());
            shop.rules.set(FewLeft.FLOOR, 0, now, shop.manager());
            return true;
        });
        UUID campaign = opening(Duration.ofMinutes(-1), Duration.ofHours(8), 10L, null);
        follow(campaign);
        taken(campaign, 4);
        assertThat(said()).isEmpty();

        taken(campaign, 1);
        assertThat(said()).containsExactly(Kind.FEW_LEFT);
    }

    @Test
    void whoHasHadEnoughIsToldNothingAndFollowsNoMore() {
        UUID campaign = opening(Duration.ofMinutes(-1), Duration.ofHours(8), 20L, 1);
        follow(campaign);
        shop.take(campaign, member);
        taken(campaign, 16);

        assertThat(said()).isEmpty();
        assertThat(shop.campaigns.figures(shop.manager(), campaign).followers()).isZero();
    }

    @Test
    void whoMayHaveAnotherIsStillTold() {
        UUID campaign = opening(Duration.ofMinutes(-1), Duration.ofHours(8), 20L, 2);
        follow(campaign);
        shop.take(campaign, member);
        taken(campaign, 16);

        assertThat(said()).containsExactly(Kind.FEW_LEFT);
    }

    @Test
    void nothingIsSaidWhileItIsPausedOrGone() {
        UUID paused = opening(Duration.ofMinutes(1), Duration.ofHours(8), 20L, null);
        UUID gone = opening(Duration.ofMinutes(1), Duration.ofHours(8), 2L, null);
        follow(paused);
        follow(gone);
        shop.clock.forward(Duration.ofMinutes(2));
        shop.campaigns.move(shop.manager(), paused, State.PAUSED);
        taken(gone, 2);
        assertThat(said()).isEmpty();

        shop.campaigns.move(shop.manager(), paused, State.LIVE);
        shop.campaigns.restock(shop.manager(), gone, 50);
        assertThat(said()).containsExactly(Kind.OPENED, Kind.OPENED);
    }

    @Test
    void whatIsOverIsFollowedNoMore() {
        UUID ended = opening(Duration.ofMinutes(1), Duration.ofHours(8), 20L, null);
        UUID late = opening(Duration.ofMinutes(1), Duration.ofMinutes(10), 20L, null);
        follow(ended);
        follow(late);
        shop.campaigns.move(shop.manager(), ended, State.ENDED);
        shop.clock.forward(Duration.ofMinutes(11));

        assertThat(said()).isEmpty();
        assertThat(shop.campaigns.figures(shop.manager(), ended).followers()).isZero();
        assertThat(shop.campaigns.figures(shop.manager(), late).followers()).isZero();
    }

    @Test
    void followingIsRefusedForTheFirstReason() {
        UUID draft = shop.campaigns.draft(shop.manager(), Forms.taken().form()).id();
        refused(draft, VoucherError.NO_SUCH_CAMPAIGN);
        refused(UUID.randomUUID(), VoucherError.NO_SUCH_CAMPAIGN);
        refused(shop.live(Forms.way(Way.GRANT).form()), VoucherError.NO_SUCH_CAMPAIGN);
        TestVouchers elsewhere = TestVouchers.shared();
        refused(elsewhere.live(Forms.taken().form()), VoucherError.NO_SUCH_CAMPAIGN);
        UUID campaign = opening(Duration.ofMinutes(-1), Duration.ofHours(1), 20L, 1);
        shop.take(campaign, member);
        refused(campaign, VoucherError.ENOUGH_FOR_ONE);
        shop.campaigns.move(shop.manager(), campaign, State.PAUSED);
        refused(campaign, VoucherError.NOT_RUNNING);
        UUID over = opening(Duration.ofMinutes(-2), Duration.ofMinutes(1), 20L, null);
        shop.clock.forward(Duration.ofMinutes(2));
        refused(over, VoucherError.NOT_OPEN_ANY_MORE);
        assertThat(error(() -> shop.reminders.seen(self, member, UUID.randomUUID())))
                .isEqualTo(VoucherError.NO_SUCH_REMINDER);
    }

    @Test
    void aMemberFollowsAHundredAtMostHoweverManyAreAskedForAtOnce() {
        List<UUID> campaigns = new ArrayList<>();
        for (int i = 0; i < 105; i++) {
            campaigns.add(opening(Duration.ofMinutes(-1), Duration.ofHours(1), null, null));
        }
        List<UUID> waiting = Collections.synchronizedList(new ArrayList<>(campaigns));

        List<Object> answers = Crowd.does(105, 16, () -> {
            follow(waiting.remove(0));
            return "followed";
        });

        assertThat(Collections.frequency(answers, "followed")).isEqualTo(100);
        assertThat(Collections.frequency(answers, "TOO_MANY_FOLLOWED")).isEqualTo(5);
        UUID followed = shop.vouchers.available(self, member).stream()
                .filter(Available::following)
                .map(each -> each.campaign().id())
                .findFirst()
                .orElseThrow();
        follow(followed); // done twice it is the same
        shop.reminders.unfollow(self, member, followed);
        follow(followed);
    }

    @Test
    void remindersAreReadInPagesSeenAndForgotten() {
        List<UUID> campaigns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            campaigns.add(opening(Duration.ofMinutes(1), Duration.ofHours(8), null, null));
        }
        campaigns.forEach(this::follow);
        shop.clock.forward(Duration.ofMinutes(2));
        assertThat(said()).hasSize(5);

        Page<Reminder> first = shop.reminders.of(self, member, null, 3);
        Page<Reminder> rest = shop.reminders.of(self, member, first.after(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(2);
        assertThat(rest.after()).isNull();
        List<Reminder> all = new ArrayList<>(first.items());
        all.addAll(rest.items());
        assertThat(all).extracting(Reminder::campaignId).containsExactlyInAnyOrderElementsOf(campaigns);

        UUID one = all.get(0).id();
        UUID stranger = UUID.randomUUID();
        assertThat(error(() -> shop.reminders.seen(shop.self(stranger), stranger, one)))
                .isEqualTo(VoucherError.NO_SUCH_REMINDER);
        shop.reminders.seen(self, member, one);
        assertThat(shop.reminders.unseen(self, member)).isEqualTo(4);
        assertThat(shop.reminders.of(self, member, null, 1).items().get(0).seen())
                .isTrue();
        shop.reminders.allSeen(self, member);
        assertThat(shop.reminders.unseen(self, member)).isZero();

        shop.in(() -> {
            shop.hearing.on(new MemberChanged(member, shop.merchant, "closed"));
            return true;
        });
        assertThat(kinds(member)).isEmpty();
        assertThat(shop.vouchers.available(self, member)).noneMatch(Available::following);
    }

    @Test
    void aReminderGoesAfterThirtyDays() {
        shop.take(shop.live(Forms.taken().days(2).form()), member);
        assertThat(said()).containsExactly(Kind.EXPIRING);
        age(29);
        assertThat(said()).containsExactly(Kind.EXPIRING);

        age(31);
        assertThat(said()).isEmpty();
    }

    @Test
    void byDayATextMessageGoesOutAtOnceInBothLanguagesAndOnce() {
        UUID campaign = opening(Duration.ofMinutes(1), Duration.ofHours(8), 20L, null);
        follow(campaign);
        shop.clock.forward(Duration.ofMinutes(2));
        said();
        said();

        assertThat(texts()).singleElement().satisfies(text -> {
            assertThat(text.english()).startsWith("Shop: \"A pound off\" can be taken now, until ");
            assertThat(text.chinese()).startsWith("【店】“减一镑”已开放领取，");
            assertThat(text.expires()).isAfter(shop.clock.instant());
        });
    }

    @Test
    void severalVouchersOfACampaignThatEndTogetherAreOneTextMessage() {
        UUID campaign = ending(Duration.ofDays(2));
        shop.take(campaign, member);
        shop.take(campaign, member);
        shop.take(campaign, member);

        assertThat(said()).containsExactly(Kind.EXPIRING, Kind.EXPIRING, Kind.EXPIRING);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void aVoucherThatIsUsedByTheMorningSilencesNoOther() {
        houseIsOpenAt(23);
        UUID campaign = ending(Duration.ofDays(2));
        shop.take(campaign, member);
        shop.take(campaign, member);
        assertThat(said()).containsExactly(Kind.EXPIRING, Kind.EXPIRING);
        Reminder first = shop.reminders.of(self, member, null, 2).items().get(1);
        shop.vouchers.withdraw(shop.manager(), Objects.requireNonNull(first.voucherId()), "a mistake");

        shop.clock.forward(Duration.ofHours(11));
        said();

        assertThat(texts()).hasSize(1);
    }

    /** The texts are due by day, but there are so many that their turn comes by night. */
    @Test
    void whatWasNotSentInTheEveningSilencesNothingUntilTheMorning() {
        houseIsOpenAt(20);
        UUID campaign = ending(Duration.ofDays(2));
        shop.take(campaign, member);
        shop.take(campaign, member);
        int reminded;
        do {
            reminded = shop.steps.holders();
        } while (reminded > 0);
        shop.clock.forward(Duration.ofHours(1));
        assertThat(said()).containsExactly(Kind.EXPIRING, Kind.EXPIRING);
        assertThat(texts()).isEmpty();
        Reminder first = shop.reminders.of(self, member, null, 2).items().get(1);
        shop.vouchers.withdraw(shop.manager(), Objects.requireNonNull(first.voucherId()), "a mistake");

        shop.clock.forward(Duration.ofHours(12));
        said();

        assertThat(texts()).hasSize(1);
    }

    @Test
    void aHolderIsRemindedOfAPausedCampaignOnceItGoesOn() {
        UUID campaign = ending(Duration.ofDays(3).plusHours(1));
        shop.take(campaign, member);
        assertThat(said()).isEmpty();
        shop.campaigns.move(shop.manager(), campaign, State.PAUSED);
        shop.clock.forward(Duration.ofHours(2));
        assertThat(said()).isEmpty();

        shop.campaigns.move(shop.manager(), campaign, State.LIVE);

        assertThat(said()).containsExactly(Kind.EXPIRING);
        assertThat(said()).containsExactly(Kind.EXPIRING);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void aTextMessageThatIsDueDuringAPauseWaitsUntilTheCampaignGoesOn() {
        houseIsOpenAt(23);
        UUID campaign = ending(Duration.ofDays(2));
        shop.take(campaign, member);
        assertThat(said()).containsExactly(Kind.EXPIRING);
        shop.campaigns.move(shop.manager(), campaign, State.PAUSED);
        shop.clock.forward(Duration.ofHours(11));
        said();
        assertThat(texts()).isEmpty();

        shop.campaigns.move(shop.manager(), campaign, State.LIVE);
        shop.clock.forward(Duration.ofMinutes(61));
        said();

        assertThat(texts()).hasSize(1);
    }

    /** The other campaign would remind of anything that ends within ten years. */
    @Test
    void whatNeedNotBeSaidYetIsNotReadWhenHoldersAreReminded() {
        shop.live(Forms.way(Way.GRANT).reminding(3_660).form());
        UUID campaign = shop.live(Forms.way(Way.GRANT).days(3_000).form());
        shop.vouchers.grant(shop.manager(), campaign, crowd(1_000));
        quiet();
        TestVouchers.sample();

        long read = shop.in(() -> {
            shop.database.change("DISCARD PLANS"); // that may be from when there were few
            long before = vouchersRead();
            assertThat(shop.steps.holders()).isZero();
            return vouchersRead() - before;
        });

        assertThat(read).isLessThan(100);
    }

    /** How many vouchers this transaction has read. */
    private long vouchersRead() {
        return shop.database.number("SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                + " FROM pg_stat_xact_user_tables WHERE schemaname = 'vouchers' AND relname = 'voucher'");
    }

    @Test
    void byNightATextMessageWaitsForTheMorning() {
        houseIsOpenAt(23);
        UUID campaign = opening(Duration.ofMinutes(1), Duration.ofHours(30), 20L, null);
        follow(campaign);
        shop.clock.forward(Duration.ofMinutes(2));
        assertThat(said()).containsExactly(Kind.OPENED);
        assertThat(texts()).isEmpty();

        shop.clock.forward(Duration.ofHours(9).minusMinutes(4));
        said();
        assertThat(texts()).isEmpty();
        shop.clock.forward(Duration.ofHours(2));
        said();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void whatHelpsNoMoreInTheMorningIsNotTexted() {
        houseIsOpenAt(23);
        UUID over = opening(Duration.ofMinutes(1), Duration.ofHours(5), 20L, null);
        UUID seen = opening(Duration.ofMinutes(1), Duration.ofHours(30), 20L, null);
        UUID taken = opening(Duration.ofMinutes(1), Duration.ofHours(30), 20L, 1);
        UUID gone = opening(Duration.ofMinutes(1), Duration.ofHours(30), 20L, null);
        UUID unfollowed = opening(Duration.ofMinutes(1), Duration.ofHours(30), 20L, null);
        UUID paused = opening(Duration.ofMinutes(1), Duration.ofHours(30), 20L, null);
        List.of(over, seen, taken, gone, unfollowed, paused).forEach(this::follow);
        UUID used = shop.take(shop.live(Forms.taken().days(2).form()), member).id();
        shop.clock.forward(Duration.ofMinutes(2));
        assertThat(said()).hasSize(7);

        shop.reminders.seen(self, member, reminder(seen).id());
        shop.take(taken, member);
        taken(gone, 20);
        shop.reminders.unfollow(self, member, unfollowed);
        shop.campaigns.move(shop.manager(), paused, State.PAUSED);
        shop.vouchers.withdraw(shop.manager(), used, "a mistake");
        shop.clock.forward(Duration.ofHours(11));
        said();

        assertThat(texts()).isEmpty();
    }

    /** A campaign that opens and closes so long from now. */
    private UUID opening(Duration from, Duration until, @Nullable Long total, @Nullable Integer perPerson) {
        Instant now = shop.clock.instant();
        return shop.live(Forms.taken()
                .of(total, null, perPerson)
                .opening(now.plus(from), now.plus(until))
                .form());
    }

    /** A campaign whose vouchers can be taken now and all end so long from now. */
    private UUID ending(Duration left) {
        Instant now = shop.clock.instant();
        Instant from = now.minusSeconds(60);
        return shop.live(Forms.taken()
                .opening(from, now.plus(left))
                .valid(new CampaignForm.Validity(from, now.plus(left), null, null))
                .form());
    }

    private void follow(UUID campaign) {
        shop.reminders.follow(self, member, campaign);
    }

    private void taken(UUID campaign, int times) {
        for (int i = 0; i < times; i++) {
            shop.take(campaign, UUID.randomUUID());
        }
    }

    private static List<UUID> crowd(int people) {
        List<UUID> crowd = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            crowd.add(UUID.randomUUID());
        }
        return crowd;
    }

    /** What the member has been told, the newest first, once the clockwork has done all that there was to do. */
    private List<Kind> said() {
        quiet();
        return kinds(member);
    }

    private List<Kind> kinds(UUID one) {
        return shop.reminders.of(shop.self(one), one, null, 100).items().stream()
                .map(Reminder::kind)
                .toList();
    }

    private Reminder reminder(UUID campaign) {
        return shop.reminders.of(self, member, null, 100).items().stream()
                .filter(each -> each.campaignId().equals(campaign))
                .findFirst()
                .orElseThrow();
    }

    /** The texts that were asked for; the clockwork takes care of other tests' members too. */
    private List<TextReminders.Text> texts() {
        return List.copyOf(shop.texts).stream()
                .filter(text -> text.memberId().equals(member))
                .toList();
    }

    private void quiet() {
        int done;
        do {
            done = shop.steps.holders() + shop.steps.followers() + shop.steps.texts() + shop.steps.sweep();
        } while (done > 0);
    }

    /** Puts the house where it is such an hour now. */
    private void houseIsOpenAt(int hour) {
        Instant now = shop.clock.instant();
        int there = Math.floorMod(hour - now.atZone(ZoneOffset.UTC).getHour() + 12, 24) - 12;
        ZoneId zone = ZoneOffset.ofHours(there);
        shop.merchants.put(shop.merchant, new MerchantView(shop.merchant, "M", "Shop", "店", "GBP", zone));
    }

    private void age(int days) {
        shop.in(() -> shop.database.change(
                "UPDATE vouchers.reminder SET at = ? WHERE member_id = ?",
                shop.clock.instant().minus(Duration.ofDays(days)),
                member));
    }

    private long messages(String topic) {
        return shop.in(() -> shop.database.number(
                "SELECT count(*) FROM kernel.outbox WHERE topic = ? AND aggregate = ?", topic, member));
    }

    private void refused(UUID campaign, VoucherError expected) {
        assertThat(error(() -> follow(campaign))).isEqualTo(expected);
    }

    private static ErrorCode error(ThrowingCallable wish) {
        CounterException refusal = catchThrowableOfType(CounterException.class, wish);
        assertThat(refusal).isNotNull();
        return refusal.error();
    }
}
