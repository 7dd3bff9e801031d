package org.walletcounter.loyalty.internal.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.Segment.Comparison;
import org.walletcounter.loyalty.Segment.Condition;
import org.walletcounter.loyalty.Segment.Field;
import org.walletcounter.loyalty.SegmentSnapshot;
import org.walletcounter.loyalty.internal.MovingClock;
import org.walletcounter.loyalty.internal.TestShop;
import org.walletcounter.members.internal.TestBirthdays;
import org.walletcounter.testing.TestDatabase;

/** Segments over real members and payments. */
class SegmentsTest {

    private static final UUID HARBOUR = new UUID(0, 7);

    private final MovingClock clock = new MovingClock(Instant.now());
    private final TestShop shop = new TestShop(TestDatabase.shared(), clock);
    private final TestBirthdays birthdays = new TestBirthdays();
    private final JdbcSegments segments = new JdbcSegments(shop.db, shop, birthdays, clock);
    private final UUID regular = shop.member("zh", 400);
    private final UUID lapsed = shop.member("en", 300);
    private final UUID fresh = shop.member("en", 2);

    SegmentsTest() {
        for (int day = 1; day <= 10; day++) {
            shop.pay(regular, 3_000, day);
        }
        shop.pay(lapsed, 50_000, 200, "cake", HARBOUR);
    }

    @Test
    void profileAndBehaviourAreAskedTogether() {
        assertThat(who(is(Field.LANGUAGE, "en"))).containsExactlyInAnyOrder(lapsed, fresh);
        assertThat(who(not(Field.LANGUAGE, "en"))).containsExactly(regular);
        assertThat(who(least(Field.JOINED_DAYS, 100, 0))).containsExactlyInAnyOrder(regular, lapsed);
        assertThat(who(least(Field.VISITS, 10, 30))).containsExactly(regular);
        assertThat(who(most(Field.VISITS, 0, 30))).containsExactlyInAnyOrder(lapsed, fresh);
        assertThat(who(least(Field.SPEND, 50_000, 365))).containsExactly(lapsed);
        assertThat(who(least(Field.AVERAGE, 3_001, 365))).containsExactly(lapsed);
        assertThat(who(least(Field.RECENCY_DAYS, 60, 0))).containsExactlyInAnyOrder(lapsed, fresh);
        assertThat(who(most(Field.RECENCY_DAYS, 60, 0))).containsExactly(regular);
        assertThat(who(window(is(Field.CATEGORY, "cake"), 365))).containsExactly(lapsed);
        assertThat(who(window(not(Field.CATEGORY, "cake", "tea"), 365))).containsExactly(fresh);
        assertThat(who(window(is(Field.STORE, HARBOUR.toString()), 365))).containsExactly(lapsed);
        assertThat(who(most(Field.POINTS, 0, 0))).hasSize(3);
    }

    @Test
    void whoBroughtEverythingBackHasNotBought() {
        UUID back = shop.member("en", 100);
        shop.giveBack(shop.pay(back, 2_000, 5, "biscuits", HARBOUR), 2_000);
        UUID half = shop.member("en", 100);
        shop.giveBack(shop.pay(half, 2_000, 5, "biscuits", HARBOUR), 1_000);
        UUID given = shop.member("en", 100);
        shop.pay(given, 0, 5, "biscuits", HARBOUR);
        assertThat(who(window(is(Field.CATEGORY, "biscuits"), 365))).containsExactlyInAnyOrder(half, given);
        assertThat(who(window(not(Field.CATEGORY, "biscuits"), 365)))
                .containsExactlyInAnyOrder(regular, lapsed, fresh, back);
        assertThat(who(window(is(Field.STORE, HARBOUR.toString()), 100))).containsExactlyInAnyOrder(half, given);
    }

    /** Else who came five days ago would be called back as if they had stayed away for months. */
    @Test
    void whatAVoucherPaidForWhollyWasBoughtUntilItComesBackWhole() {
        UUID guest = shop.member("en", 100);
        UUID sale = shop.pay(guest, 0, 5, "biscuits", HARBOUR);
        assertThat(who(least(Field.VISITS, 1, 30))).containsExactlyInAnyOrder(regular, guest);
        assertThat(who(most(Field.RECENCY_DAYS, 10, 0))).containsExactlyInAnyOrder(regular, guest);
        assertThat(who(least(Field.RECENCY_DAYS, 60, 0))).containsExactlyInAnyOrder(lapsed, fresh);
        assertThat(who(window(is(Field.CATEGORY, "biscuits"), 365))).containsExactly(guest);
        shop.takeBack(sale);
        assertThat(who(least(Field.VISITS, 1, 30))).containsExactly(regular);
        assertThat(who(most(Field.RECENCY_DAYS, 10, 0))).containsExactly(regular);
        assertThat(who(least(Field.RECENCY_DAYS, 60, 0))).containsExactlyInAnyOrder(lapsed, fresh, guest);
        assertThat(who(window(is(Field.CATEGORY, "biscuits"), 365))).isEmpty();
        assertThat(who(window(is(Field.STORE, HARBOUR.toString()), 100))).isEmpty();
    }

    /** Early in the morning in Shanghai it is still yesterday in Greenwich. */
    @Test
    void daysSinceJoiningAreTheMerchantsOwn() {
        MovingClock morning = new MovingClock(Instant.parse("2026-11-29T17:00:00Z"));
        TestShop shanghai = new TestShop(TestDatabase.shared(), morning, ZoneId.of("Asia/Shanghai"));
        UUID today = shanghai.member("zh", 0);
        UUID yesterday = shanghai.member("zh", 1);
        JdbcSegments there = new JdbcSegments(shanghai.db, shanghai, birthdays, morning);

        assertThat(who(shanghai, there, most(Field.JOINED_DAYS, 0, 0))).containsExactly(today);
        assertThat(who(shanghai, there, least(Field.JOINED_DAYS, 1, 0))).containsExactly(yesterday);
        assertThat(who(shanghai, there, most(Field.JOINED_DAYS, 999_999_999_999_999L, 0)))
                .containsExactlyInAnyOrder(today, yesterday);
        assertThat(who(shanghai, there, least(Field.JOINED_DAYS, 999_999_999_999_999L, 0)))
                .isEmpty();
    }

    @Test
    void birthdaysAreAskedByMonthAndByTheDaysUntilThem() {
        LocalDate today = shop.today();
        birthdays.born(shop.merchant, regular, MonthDay.from(today).toString());
        birthdays.born(shop.merchant, lapsed, MonthDay.from(today.plusDays(7)).toString());
        assertThat(who(most(Field.BIRTHDAY_DAYS, 0, 0))).containsExactly(regular);
        assertThat(who(most(Field.BIRTHDAY_DAYS, 6, 0))).containsExactly(regular);
        assertThat(who(most(Field.BIRTHDAY_DAYS, 7, 0))).containsExactlyInAnyOrder(regular, lapsed);
        assertThat(who(least(Field.BIRTHDAY_DAYS, 7, 0))).containsExactly(lapsed);
        assertThat(who(least(Field.BIRTHDAY_DAYS, 8, 0)))
                .as("who told none is never meant")
                .isEmpty();
        birthdays.born(shop.merchant, lapsed, "--02-29");
        birthdays.born(shop.merchant, regular, "--11-01");
        assertThat(who(is(Field.BIRTHDAY_MONTH, "2"))).containsExactly(lapsed);
        assertThat(who(is(Field.BIRTHDAY_MONTH, "1", "11"))).containsExactly(regular);
        assertThat(who(not(Field.BIRTHDAY_MONTH, "1", "11"))).containsExactlyInAnyOrder(lapsed, fresh);
        refused(is(Field.BIRTHDAY_MONTH, "13"), "all[0][0].values");
        refused(is(Field.BIRTHDAY_MONTH, "0"), "all[0][0].values");
    }

    /** Somebody born on 29 February keeps the day before in a common year; December looks into January. */
    @Test
    void daysUntilABirthdayAreThoseUntilItIsKept() {
        Condition within = most(Field.BIRTHDAY_DAYS, 1, 0);
        assertThat(BirthdaysNear.days(LocalDate.parse("2027-02-27"), within))
                .containsExactlyInAnyOrder(MonthDay.of(2, 27), MonthDay.of(2, 28), MonthDay.of(2, 29));
        assertThat(BirthdaysNear.days(LocalDate.parse("2028-02-27"), within))
                .containsExactlyInAnyOrder(MonthDay.of(2, 27), MonthDay.of(2, 28));
        assertThat(BirthdaysNear.days(LocalDate.parse("2026-12-31"), within))
                .containsExactlyInAnyOrder(MonthDay.of(12, 31), MonthDay.of(1, 1));
        assertThat(BirthdaysNear.days(LocalDate.parse("2026-12-31"), most(Field.BIRTHDAY_DAYS, 366, 0)))
                .hasSize(366);
    }

    @Test
    void groupsMustAllHoldAndOfEachGroupOne() {
        List<List<Condition>> all = List.of(
                List.of(is(Field.LANGUAGE, "zh"), least(Field.RECENCY_DAYS, 150, 0)),
                List.of(least(Field.VISITS, 1, 365)));
        assertThat(shop.in(() -> segments.select(shop.merchant, all))).containsExactlyInAnyOrder(regular, lapsed);
        Segment.Size size = shop.in(() -> segments.preview(shop.merchant, all));
        assertThat(size.members()).isEqualTo(2);
        assertThat(size.ofAll()).isEqualTo(3);
        assertThat(size.sample()).containsExactly(regular, lapsed);
    }

    @Test
    void howeverManyThereAreTheyAreCountedAndReadInPieces() {
        List<UUID> everybody = new ArrayList<>(List.of(regular));
        shop.in(() -> {
            for (int i = 0; i < 150; i++) {
                everybody.add(shop.member("zh", 5));
            }
            return everybody;
        });
        Condition chinese = is(Field.LANGUAGE, "zh");
        Segment.Size size = shop.in(() -> segments.preview(shop.merchant, List.of(List.of(chinese))));
        assertThat(size.members()).isEqualTo(151);
        assertThat(size.ofAll()).isEqualTo(153);
        assertThat(size.sample()).containsExactlyElementsOf(everybody.subList(0, 10));
        assertThat(who(chinese)).containsExactlyElementsOf(everybody);
        assertThat(shop.held.most()).as("rows held at once").isLessThan(100);
    }

    /** Recency, frequency and money in fifths of those who bought. */
    @Test
    void membersAreScoredInFifths() {
        List<UUID> buyers = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            UUID buyer = shop.member("en", 50);
            for (int n = 0; n < i; n++) {
                shop.pay(buyer, 1_000_000L * i, 40 - i);
            }
            buyers.add(buyer);
        }
        assertThat(who(least(Field.F_SCORE, 5, 365))).containsExactlyInAnyOrder(regular, buyers.get(7));
        assertThat(who(least(Field.M_SCORE, 5, 365))).containsExactlyInAnyOrder(buyers.get(6), buyers.get(7));
        assertThat(who(least(Field.R_SCORE, 5, 365))).containsExactlyInAnyOrder(regular, buyers.get(7));
        assertThat(who(most(Field.R_SCORE, 0, 365))).containsExactly(fresh);
    }

    @Test
    void aSnapshotIsMadeInPiecesAndStaysAsItWas() {
        Segment made = save(new Segment(
                null, "en-speakers", "English", "英语客户", List.of(List.of(is(Field.LANGUAGE, "en"))), 0, null));
        UUID id = Objects.requireNonNull(made.id());
        SegmentSnapshot asked = shop.in(() -> segments.refresh(shop.manager, id));
        assertThat(asked.state()).isEqualTo(SegmentSnapshot.State.WAITING);
        make();
        SegmentSnapshot done = newest(id);
        assertThat(done.state()).isEqualTo(SegmentSnapshot.State.DONE);
        assertThat(done.members()).isEqualTo(2);
        assertThat(done.written()).isEqualTo(2);
        UUID later = shop.member("en", 0);
        assertThat(shop.in(() -> segments.members(shop.merchant, done.id(), null, 10))
                        .items())
                .containsExactlyInAnyOrder(lapsed, fresh);
        assertThat(shop.in(() -> segments.codesOf(shop.merchant, fresh))).containsExactly("en-speakers");
        assertThat(shop.in(() -> segments.codesOf(shop.merchant, later))).isEmpty();
        assertThat(shop.in(() -> segments.all(shop.merchant)).get(0).members()).isEqualTo(2);
    }

    @Test
    void aSnapshotThatSomebodyGaveUpIsMadeAnew() {
        Segment made = save(
                new Segment(null, "all-en", "English", "英语客户", List.of(List.of(is(Field.LANGUAGE, "en"))), 0, null));
        UUID id = Objects.requireNonNull(made.id());
        shop.in(() -> segments.refresh(shop.manager, id));
        Optional<SnapshotSteps.Work> work = shop.in(segments::take);
        shop.in(() -> {
            segments.write(work.orElseThrow(), List.of(fresh));
            return id;
        });
        assertThat(shop.in(segments::take)).isEmpty();
        clock.goOn(Duration.ofMinutes(3));
        make();
        assertThat(newest(id).written()).isEqualTo(2);
    }

    /** Every field can be asked with every comparison that fits it, and no other. */
    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldIsAskedWithWhatFitsIt(Field field) {
        ConditionRules.Trait trait = ConditionRules.trait(field);
        String value = switch (trait.form()) {
            case NUMBER, MONTH -> "3";
            case TEXT, ID -> HARBOUR.toString();
        };
        for (Comparison comparison : Comparison.values()) {
            Condition condition = new Condition(field, comparison, List.of(value), trait.windowed() ? 30 : 0);
            boolean ordered = comparison == Comparison.AT_LEAST || comparison == Comparison.AT_MOST;
            if (ordered == (trait.form() == ConditionRules.Form.NUMBER)) {
                assertThat(who(condition)).hasSizeLessThanOrEqualTo(3);
            } else {
                refused(condition, "all[0][0].comparison");
            }
        }
        refused(
                new Condition(field, Comparison.IS, List.of(value), trait.windowed() ? 0 : 5),
                trait.form() == ConditionRules.Form.NUMBER ? "all[0][0].comparison" : "all[0][0].windowDays");
    }

    @Test
    void valuesAreBoundAndNeverPartOfTheStatement() {
        assertThat(who(is(Field.LANGUAGE, "en' OR '1'='1"))).isEmpty();
        refused(new Condition(Field.POINTS, Comparison.AT_LEAST, List.of("0) OR (1=1"), 0), "all[0][0].values");
        refused(new Condition(Field.STORE, Comparison.IS, List.of("nowhere"), 30), "all[0][0].values");
    }

    private void refused(Condition condition, String field) {
        assertThatThrownBy(() -> segments.preview(shop.merchant, List.of(List.of(condition))))
                .isInstanceOfSatisfying(CounterException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(LoyaltyError.CONDITION_INVALID);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    private List<UUID> who(Condition condition) {
        return who(shop, segments, condition);
    }

    private static List<UUID> who(TestShop shop, JdbcSegments segments, Condition condition) {
        ConditionRules.require(List.of(List.of(condition)));
        return shop.in(() -> segments.select(shop.merchant, List.of(List.of(condition))));
    }

    private Segment save(Segment segment) {
        return shop.in(() -> segments.save(shop.manager, segment));
    }

    private SegmentSnapshot newest(UUID segment) {
        return shop.in(() -> segments.snapshots(shop.merchant, segment)).get(0);
    }

    private void make() {
        new MakingSnapshots(new Steps()).all();
    }

    /** The steps, each in a transaction of its own. */
    private final class Steps implements SnapshotSteps {

        @Override
        public Optional<Work> take() {
            return shop.in(segments::take);
        }

        @Override
        public List<UUID> select(Work work) {
            return shop.in(() -> segments.select(work));
        }

        @Override
        public void write(Work work, List<UUID> members) {
            shop.in(() -> {
                segments.write(work, members);
                return work;
            });
        }

        @Override
        public void end(Work work, SegmentSnapshot.State state) {
            shop.in(() -> {
                segments.end(work, state);
                return work;
            });
        }
    }

    private static Condition is(Field field, String... values) {
        return new Condition(field, Comparison.IS, List.of(values), 0);
    }

    private static Condition not(Field field, String... values) {
        return new Condition(field, Comparison.IS_NOT, List.of(values), 0);
    }

    private static Condition window(Condition condition, int days) {
        return new Condition(condition.field(), condition.comparison(), condition.values(), days);
    }

    private static Condition least(Field field, long value, int days) {
        return new Condition(field, Comparison.AT_LEAST, List.of(Long.toString(value)), days);
    }

    private static Condition most(Field field, long value, int days) {
        return new Condition(field, Comparison.AT_MOST, List.of(Long.toString(value)), days);
    }
}
