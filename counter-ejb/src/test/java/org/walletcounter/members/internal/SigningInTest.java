package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.walletcounter.members.internal.MembersTest.refused;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.MemberView.State;

class SigningInTest {

    private static final String PHONE = "07700 900160";

    private final MembersFixture house = new MembersFixture();
    private final MemberView lei = house.register(PHONE, "Li Lei");

    @Test
    void theCodeFromTheMessageSignsInOnce() {
        String code = sent();
        String token = house.members.signIn(house.merchant, "+44 7700 900160", code);
        assertThat(token).hasSize(43);
        assertThat(house.members.memberOf(token)).satisfies(actor -> {
            assertThat(actor.id()).isEqualTo("member:" + lei.id());
            assertThat(actor.role()).isEqualTo("member");
        });
        refused(MemberError.OTP_WRONG, () -> house.members.signIn(house.merchant, PHONE, code));
        house.members.signOut(token);
        assertThat(house.members.memberOf(token)).isNull();
    }

    @Test
    void anUnknownPhoneIsAnsweredAlikeAndGetsNoMessage() {
        house.members.sendSignInCode(house.merchant, "07700 900161");
        assertThat(house.messages()).isEmpty();
        refused(MemberError.OTP_WRONG, () -> house.members.signIn(house.merchant, "07700 900161", "000000"));
        refused(MemberError.TOO_MANY_ATTEMPTS, () -> house.members.sendSignInCode(house.merchant, "07700 900161"));
    }

    @Test
    void oneCodeAMinuteAndTenADay() {
        for (int i = 0; i < 10; i++) {
            house.members.sendSignInCode(house.merchant, PHONE);
            refused(MemberError.TOO_MANY_ATTEMPTS, () -> house.members.sendSignInCode(house.merchant, PHONE));
            house.clock.pass(Duration.ofSeconds(61));
        }
        refused(MemberError.TOO_MANY_ATTEMPTS, () -> house.members.sendSignInCode(house.merchant, PHONE));
        house.clock.pass(Duration.ofDays(1));
        house.members.sendSignInCode(house.merchant, PHONE);
    }

    @Test
    void fiveWrongTriesUseACodeUp() {
        String code = sent();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            refused(MemberError.OTP_WRONG, () -> house.members.signIn(house.merchant, PHONE, wrong));
        }
        refused(MemberError.OTP_WRONG, () -> house.members.signIn(house.merchant, PHONE, code));
    }

    @Test
    void aCodeIsTooOldAfterFiveMinutes() {
        String code = sent();
        house.clock.pass(Duration.ofMinutes(5));
        refused(MemberError.OTP_WRONG, () -> house.members.signIn(house.merchant, PHONE, code));
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndWhenTheMemberLeaves() {
        String idle = house.members.signIn(house.merchant, PHONE, sent());
        house.clock.pass(Duration.ofDays(8));
        assertThat(house.members.memberOf(idle)).isNull();
        String live = house.members.signIn(house.merchant, PHONE, sent());
        house.members.setState(house.actor("manager"), lei.id(), State.CLOSED);
        assertThat(house.members.memberOf(live)).isNull();
    }

    @Test
    void forgottenPhonesAreSignedOut() {
        String lost = house.members.signIn(house.merchant, PHONE, sent());

        house.members.forgetDevices(house.actor("manager"), lei.id());

        assertThat(house.members.memberOf(lost)).isNull();
    }

    private String sent() {
        house.members.sendSignInCode(house.merchant, PHONE);
        List<String> messages = house.messages();
        Matcher digits = Pattern.compile("\"text\":\"(\\d{6})").matcher(messages.get(messages.size() - 1));
        assertThat(digits.find()).isTrue();
        return digits.group(1);
    }
}
