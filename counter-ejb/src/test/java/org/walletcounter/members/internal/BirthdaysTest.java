package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;
import org.walletcounter.members.Birthday;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Registration;

/** Birthdays announced and found, on a real database and with a clock that the test moves. The merchant is in London. */
class BirthdaysTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final MembersFixture house = new MembersFixture();
    private int phones;

    @Test
    void aBirthdayIsAnnouncedOnceAndAgainInTheNextYear() {
        MemberView lei = born("1990-11-24");
        at("2026-11-23T12:00");
        assertThat(announced()).isEmpty();
        at("2026-11-24T07:59");
        assertThat(announced()).as("before the hour").isEmpty();
        at("2026-11-24T08:00");
        assertThat(announced()).containsExactly(lei.id() + " 2026");
        assertThat(announced()).as("a minute later").isEmpty();
        at("2026-11-25T08:00");
        assertThat(announced()).as("the day after").isEmpty();
        at("2027-11-24T09:00");
        assertThat(announced()).containsExactly(lei.id() + " 2027");
    }

    @Test
    void theHourIsThatOfTheMerchantsDay() {
        MemberView lei = born("--07-01");
        at("2027-06-30T23:59");
        announced();
        house.clock.pass(Duration.between(house.clock.instant(), Instant.parse("2027-07-01T07:00:00Z")));
        assertThat(announced()).as("eight o'clock in London's summer").containsExactly(lei.id() + " 2027");
    }

    @Test
    void aheadOfTheDayAndAcrossTheNewYearTheYearIsThatOfTheBirthday() {
        MemberView late = born("--12-31");
        MemberView early = born("--01-02");
        born("--01-05");
        ahead(3);
        at("2026-12-30T08:00");
        assertThat(announced()).containsExactlyInAnyOrder(late.id() + " 2026", early.id() + " 2027");
        at("2027-01-02T08:00");
        assertThat(announced()).hasSize(1);
        at("2027-12-30T08:00");
        assertThat(announced()).containsExactlyInAnyOrder(late.id() + " 2027", early.id() + " 2028");
    }

    @Test
    void theTwentyNinthOfFebruaryIsKeptOnTheTwentyEighthInACommonYear() {
        MemberView leap = born("2000-02-29");
        at("2027-02-27T08:00");
        assertThat(announced()).isEmpty();
        at("2027-02-28T08:00");
        assertThat(announced()).containsExactly(leap.id() + " 2027");
        at("2027-03-01T08:00");
        assertThat(announced()).isEmpty();
        at("2028-02-28T08:00");
        assertThat(announced()).isEmpty();
        at("2028-02-29T08:00");
        assertThat(announced()).containsExactly(leap.id() + " 2028");
    }

    @Test
    void daysOnWhichTheCounterStoodStillAreMadeGoodButNotAWholeYear() {
        MemberView missed = born("--11-26");
        born("--12-31");
        at("2026-11-25T08:00");
        announced();
        at("2026-11-30T08:00");
        assertThat(announced()).containsExactly(missed.id() + " 2026");
        at("2027-06-01T08:00");
        assertThat(announced()).as("the last of December is forgotten by June").isEmpty();
    }

    @Test
    void whoTellsTheBirthdayOnTheDayItselfIsNotForgotten() {
        at("2026-11-24T08:00");
        announced();
        MemberView lei = born("--11-24");
        at("2026-11-24T15:00");
        assertThat(announced()).containsExactly(lei.id() + " 2026");
        house.members.tellBirthday(house.actor("manager"), lei.id(), "--11-25");
        at("2026-11-25T08:00");
        assertThat(announced()).as("a corrected birthday is no second one").isEmpty();
    }

    @Test
    void nobodyIsAnnouncedWhoHasLeftOrTakenTheBirthdayBack() {
        MemberView gone = born("--11-24");
        MemberView silent = born("--11-24");
        MemberView frozen = born("--11-24");
        house.members.setState(house.actor("manager"), gone.id(), MemberView.State.CLOSED);
        house.members.tellBirthday(house.actor("manager"), silent.id(), null);
        house.members.setState(house.actor("manager"), frozen.id(), MemberView.State.FROZEN);
        assertThat(marks()).isEqualTo(1);
        at("2026-11-24T08:00");
        assertThat(announced()).containsExactly(frozen.id() + " 2026");
    }

    @Test
    void manyAreAnnouncedInPiecesByTwoNodesEachOnce() {
        at("2026-11-24T08:00");
        List<UUID> all = new ArrayList<>();
        MembersFixture.PERSISTENCE.inNew(() -> {
            for (int i = 0; i < 1_203; i++) {
                Member member =
                        new Member(Ids.next(house.clock), house.merchant, "B" + i, house.clock.instant(), house.vault);
                member.call("Li Lei", "zh", house.vault);
                member.born(new Birthday(MonthDay.of(11, 24), null), house.vault);
                house.database.persist(member);
                all.add(member.id());
            }
            return all;
        });
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(this::round);
        int here = round();
        assertThat(here + other.join()).isEqualTo(1_203);
        assertThat(messages()).doesNotHaveDuplicates().hasSize(1_203);
    }

    @Test
    void whoToldBeforeThereWereMarksIsFound() {
        MemberView lei = born("--11-24");
        sql("update members.member set birthday_index = null where id = '" + lei.id() + "'");
        at("2026-11-24T08:00");
        assertThat(announced()).isEmpty();
        assertThat(house.morning.mark(house.merchant)).isFalse();
        assertThat(announced()).containsExactly(lei.id() + " 2026");
    }

    @Test
    void membersAreFoundByTheDayAndNobodyElses() {
        MemberView lei = born("1990-11-24");
        MemberView mei = born("--02-29");
        born("--11-25");
        MembersFixture other = new MembersFixture();
        other.members.register(
                other.actor("manager"),
                new Registration("07700 900999", "Rosa", "en", PrivacyNotices.IN_FORCE, null, "--11-24"));
        assertThat(bornOn(MonthDay.of(11, 24), MonthDay.of(2, 29))).containsExactlyInAnyOrder(lei.id(), mei.id());
        assertThat(bornOn()).isEmpty();
    }

    /** Who erases a person destroys the key; the database refuses to keep the mark without it. */
    @Test
    void theMarkCannotOutliveTheKey() {
        MemberView lei = born("--11-24");
        String destroy = "update members.member set key_wrapped = ''";
        String his = " where id = '" + lei.id() + "'";
        assertThatThrownBy(() -> sql(destroy + his)).hasStackTraceContaining("birthday_index_goes_with_the_birthday");
        sql(destroy + ", birthday_index = null" + his);
        assertThat(marks()).isZero();
        assertThat(house.morning.mark(house.merchant)).isFalse();
        at("2026-11-24T08:00");
        assertThat(announced()).isEmpty();
    }

    @Test
    void theMarkTellsNobodyTheDay() {
        Set<String> seen = Set.of(mark("--11-24", house.merchant), mark("--11-25", house.merchant));
        assertThat(seen).hasSize(2);
        assertThat(mark("--11-24", UUID.randomUUID())).isNotIn(seen);
        Vault otherKey = new Vault(
                new InstallationKeys(1, Map.of(1, MembersFixture.key(1, "AES")), MembersFixture.key(8, "HmacSHA256")));
        assertThat(Member.birthdayMark(otherKey, house.merchant, MonthDay.of(11, 24)))
                .isNotEqualTo(Member.birthdayMark(house.vault, house.merchant, MonthDay.of(11, 24)));
    }

    private String mark(String day, UUID merchant) {
        return HexFormat.of().formatHex(Member.birthdayMark(house.vault, merchant, MonthDay.parse(day)));
    }

    private List<UUID> bornOn(MonthDay... days) {
        return MembersFixture.PERSISTENCE.inNew(() -> house.birthdays.bornOn(house.merchant, Set.of(days)));
    }

    private MemberView born(String birthday) {
        phones++;
        return house.members.register(
                house.actor("manager"),
                new Registration(
                        "07700 9004%02d".formatted(phones), "Li Lei", "en", PrivacyNotices.IN_FORCE, null, birthday));
    }

    private void at(String london) {
        Instant then = LocalDateTime.parse(london).atZone(LONDON).toInstant();
        house.clock.pass(Duration.between(house.clock.instant(), then));
    }

    private void ahead(int days) {
        house.rules.centre().set(MemberRules.BIRTHDAY_AHEAD, days, house.clock.instant(), house.actor("manager"));
    }

    /** A round, and what it has put into the outbox: who and the year. */
    private List<String> announced() {
        int before = messages().size();
        round();
        List<String> all = messages();
        return all.subList(before, all.size());
    }

    private int round() {
        int announced = 0;
        for (int some = house.morning.announce(house.merchant);
                some > 0;
                some = house.morning.announce(house.merchant)) {
            announced += some;
        }
        return announced;
    }

    private List<String> messages() {
        return house.messages("merchantId").stream()
                .map(json -> json.replaceAll(".*\"memberId\":\"([^\"]+)\",\"year\":(\\d+).*", "$1 $2"))
                .toList();
    }

    private long marks() {
        return MembersFixture.PERSISTENCE.inNew(() -> (Long) house.database
                .createNativeQuery(
                        "select count(*) from members.member where merchant_id = :merchant and birthday_index is not null",
                        Long.class)
                .setParameter("merchant", house.merchant)
                .getSingleResult());
    }

    private void sql(String change) {
        MembersFixture.PERSISTENCE.inNew(
                () -> house.database.createNativeQuery(change).executeUpdate());
    }

    /** The days of one year whose birthdays a span keeps. */
    @Test
    void aSpanIsCutByYearsAndHoldsTheLeapDayInACommonYear() {
        assertThat(DaysKept.between(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-01-01")))
                .containsExactly(
                        new DaysKept(2026, Set.of(MonthDay.of(12, 31))), new DaysKept(2027, Set.of(MonthDay.of(1, 1))));
        assertThat(DaysKept.between(LocalDate.parse("2027-02-28"), LocalDate.parse("2027-02-28")))
                .containsExactly(new DaysKept(2027, Set.of(MonthDay.of(2, 28), MonthDay.of(2, 29))));
        assertThat(DaysKept.between(LocalDate.parse("2028-02-28"), LocalDate.parse("2028-02-28")))
                .containsExactly(new DaysKept(2028, Set.of(MonthDay.of(2, 28))));
    }
}
