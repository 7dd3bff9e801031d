package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.walletcounter.members.internal.MembersTest.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberIntake;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.MemberView.State;

class SigningInTest {

    private static final String PHONE = "07700 900160";
    private static final String OTHER_PHONE = "07700 900162";
    private static final String ADDRESS = "192.0.2.1";

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
        house.members.sendSignInCode(house.merchant, "07700 900161", ADDRESS);
        assertThat(house.messages()).isEmpty();
        refused(MemberError.OTP_WRONG, () -> house.members.signIn(house.merchant, "07700 900161", "000000"));
        refused(
                MemberError.TOO_MANY_ATTEMPTS,
                () -> house.members.sendSignInCode(house.merchant, "07700 900161", ADDRESS));
    }

    @Test
    void oneCodeAMinuteAndTenADay() {
        for (int i = 0; i < 10; i++) {
            String address = "192.0.2." + i;
            house.members.sendSignInCode(house.merchant, PHONE, address);
            refused(MemberError.TOO_MANY_ATTEMPTS, () -> house.members.sendSignInCode(house.merchant, PHONE, address));
            house.clock.pass(Duration.ofSeconds(61));
        }
        assertThat(tooMany(PHONE, "192.0.2.10")).containsExactly(10, 24L);
        house.clock.pass(Duration.ofHours(23));
        assertThat(tooMany(PHONE, "192.0.2.10")).containsExactly(10, 1L);
        house.clock.pass(Duration.ofHours(1));
        house.members.sendSignInCode(house.merchant, PHONE, "192.0.2.10");
    }

    /** Whoever knows somebody's number uses up five of the ten; an unknown number is answered alike. */
    @ParameterizedTest
    @ValueSource(strings = {PHONE, "07700 900163"})
    void oneAddressUsesUpHalfOfAPhonesCodes(String phone) {
        for (int i = 0; i < 5; i++) {
            house.members.sendSignInCode(house.merchant, phone, ADDRESS);
            house.clock.pass(Duration.ofSeconds(61));
        }
        assertThat(tooMany(phone, ADDRESS)).containsExactly(5, 24L);
        house.members.sendSignInCode(house.merchant, phone, "192.0.2.2");
        house.members.sendSignInCode(house.merchant, OTHER_PHONE, ADDRESS);
        house.clock.pass(Duration.ofDays(1));
        house.members.sendSignInCode(house.merchant, phone, ADDRESS);
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

    @Test
    void whoWasTakenOverHasOneWalletOnceSignedIn() {
        Actor manager = house.actor("manager");
        MemberIntake.Known known = new MemberIntake.Known("17850", "Customer 17850", "en");
        Map<String, UUID> taken = house.intake.takeOver(Actor.system(house.merchant), List.of(known));
        UUID customer = Objects.requireNonNull(taken.get("17850"));
        assertThat(house.members.member(manager, customer).wallets()).isEmpty();
        house.members.identify(manager, customer, "phone", OTHER_PHONE);

        for (int again = 0; again < 2; again++) {
            String code = sent(OTHER_PHONE);
            assertThat(house.members.signIn(house.merchant, OTHER_PHONE, code)).isNotEmpty();
            assertThat(house.members.member(manager, customer).wallets())
                    .singleElement()
                    .satisfies(wallet -> assertThat(wallet.available()).isEqualTo(Money.zero("GBP")));
            house.clock.pass(Duration.ofSeconds(61));
        }
    }

    /** What is said with the refusal: how many there were, and in how many hours the next can be sent. */
    private List<Object> tooMany(String phone, String address) {
        CounterException refusal = catchThrowableOfType(
                CounterException.class, () -> house.members.sendSignInCode(house.merchant, phone, address));
        assertThat(refusal.error()).isEqualTo(MemberError.TOO_MANY_CODES);
        return refusal.arguments();
    }

    private String sent() {
        return sent(PHONE);
    }

    private String sent(String phone) {
        house.members.sendSignInCode(house.merchant, phone, ADDRESS);
        List<String> messages = house.messages();
        Matcher digits = Pattern.compile("\"text\":\"(\\d{6})").matcher(messages.get(messages.size() - 1));
        assertThat(digits.find()).isTrue();
        return digits.group(1);
    }
}
