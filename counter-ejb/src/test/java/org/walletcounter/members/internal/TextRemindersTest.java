package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.TextReminders;
import org.walletcounter.notices.Notices;

/** Reminders reach only those who want them, each in their own language, and nobody learns the number. */
class TextRemindersTest {

    private final MembersFixture house = new MembersFixture();
    private final Actor system = Actor.system(house.merchant);

    @Test
    void onlyWhoHasSaidYesIsTextedAndInTheirOwnLanguage() {
        MemberView lei = house.register("07700 900401", "Li Lei");
        MemberView may = house.register("07700 900402", "May");
        MemberView silent = house.register("07700 900403", "Sil");
        house.members.change(house.self(lei), lei.id(), "Li Lei", "zh");
        assertThat(house.texts.allow(house.self(lei), lei.id(), true).textReminders())
                .isTrue();
        house.texts.allow(house.self(may), may.id(), true);

        int sent = house.texts.send(system, List.of(text(lei), text(may), text(silent)));

        assertThat(sent).isEqualTo(2);
        assertThat(house.messages())
                .hasSize(2)
                .anySatisfy(message -> assertThat(message).contains("+447700900401", "\"您好\""))
                .anySatisfy(message -> assertThat(message).contains("+447700900402", "\"Hello\""))
                .allSatisfy(message -> assertThat(message).contains("expires"));
    }

    @Test
    void aReminderWaitsInARowOfItsOwnSoThatASignInCodePassesIt() {
        MemberView lei = house.register("07700 900409", "Li Lei");
        house.texts.allow(house.self(lei), lei.id(), true);

        house.texts.send(system, List.of(text(lei)));
        house.members.sendSignInCode(house.merchant, "07700 900409", "192.0.2.1");

        assertThat(house.topics()).containsExactly(Notices.UNHURRIED_SMS, Notices.SMS);
    }

    @Test
    void aNoIsKeptWithTheConsentsAndSilences() {
        MemberView lei = house.register("07700 900404", "Li Lei");
        house.texts.allow(house.self(lei), lei.id(), true);
        house.texts.allow(house.self(lei), lei.id(), true);
        house.texts.allow(house.self(lei), lei.id(), false);

        assertThat(house.texts.send(system, List.of(text(lei)))).isZero();
        assertThat(house.messages()).isEmpty();
        assertThat(house.members.consents(house.self(lei), lei.id()))
                .filteredOn(consent -> consent.notice().equals(TextReminders.NOTICE))
                .extracting(Members.Consent::given)
                .containsExactly(false, true);
        assertThat(house.members.member(house.self(lei), lei.id()).textReminders())
                .isFalse();
    }

    @Test
    void whoHasLeftAndOtherHousesMembersAreNotTexted() {
        MemberView gone = house.register("07700 900405", "Gone");
        house.texts.allow(house.self(gone), gone.id(), true);
        house.members.setState(house.actor("manager"), gone.id(), MemberView.State.CLOSED);
        MembersFixture elsewhere = new MembersFixture();
        MemberView theirs = elsewhere.register("07700 900406", "Theirs");
        elsewhere.texts.allow(elsewhere.self(theirs), theirs.id(), true);

        assertThat(house.texts.send(system, List.of(text(gone), text(theirs)))).isZero();
        assertThat(house.messages()).isEmpty();
        assertThat(elsewhere.messages()).isEmpty();
    }

    @Test
    void nobodySaysYesForSomebodyElse() {
        MemberView lei = house.register("07700 900407", "Li Lei");
        MemberView may = house.register("07700 900408", "May");

        assertThatThrownBy(() -> house.texts.allow(house.self(may), lei.id(), true))
                .hasMessageContaining("NO_SUCH_MEMBER");
    }

    private TextReminders.Text text(MemberView member) {
        Instant expires = house.clock.instant().plus(Duration.ofHours(1));
        return new TextReminders.Text(UUID.randomUUID(), member.id(), "Hello", "您好", expires);
    }
}
