package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.walletcounter.members.internal.MembersTest.refused;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Claim;
import org.walletcounter.members.DeviceKey;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.MemberView.State;
import org.walletcounter.members.Payer;
import org.walletcounter.members.PaymentCode;

class PayingByCodeTest {

    private final MembersFixture house = new MembersFixture();
    private final Actor till = house.actor("cashier");
    private MemberView lei;
    private DeviceKey phone;

    @BeforeEach
    void aMemberWithAPhone() {
        lei = house.register("07700 900150", "Li Lei");
        phone = house.members.enrolDevice(house.self(lei), lei.id());
    }

    @Test
    void theCodeLeadsToTheWalletAndToOneClaimPerStep() {
        Payer payer = pay(code());
        assertThat(payer.memberId()).isEqualTo(lei.id());
        assertThat(payer.wallet()).isEqualTo(lei.wallets().get(0).account());
        assertThat(payer.greeting()).isEqualTo("L***");
        long step = PaymentCode.stepAt(house.clock.instant());
        assertThat(payer.claim())
                .isEqualTo(
                        new Claim("code", phone.number() + ":" + step, "code " + step, MemberError.CODE_ALREADY_USED));
        assertThat(pay(code()).claim()).isEqualTo(payer.claim());
    }

    @Test
    void aPhoneThatWasNeverSeenCostsOneStatement() {
        pay(code());
        phone = house.members.enrolDevice(house.self(lei), lei.id());
        long before = MembersFixture.LEDGER.transactions().statements();
        pay(code());
        assertThat(MembersFixture.LEDGER.transactions().statements() - before).isEqualTo(1);
    }

    @Test
    void theStepsBeforeAndAfterAreTakenAndNoOther() {
        String shown = code();
        house.clock.pass(Duration.ofSeconds(30));
        pay(shown);
        house.clock.pass(Duration.ofSeconds(30));
        refused(MemberError.CODE_INVALID, () -> pay(shown));
        house.clock.pass(Duration.ofSeconds(-90));
        pay(shown);
        house.clock.pass(Duration.ofSeconds(-30));
        refused(MemberError.CODE_INVALID, () -> pay(shown));
    }

    @Test
    void fiveWrongCodesStopTheTillUntilTheMinuteIsOver() {
        String wrong = code().substring(0, 23) + (code().charAt(23) == '0' ? '1' : '0');
        for (int i = 0; i < 5; i++) {
            refused(MemberError.CODE_INVALID, () -> pay(wrong));
        }
        refused(MemberError.TOO_MANY_ATTEMPTS, () -> pay(code()));
        house.clock.pass(Duration.ofSeconds(61));
        pay(code());
    }

    @Test
    void whatIsNotAPaymentCodePaysNothing() {
        refused(MemberError.CODE_NOT_OURS, () -> pay("134567890123456789"));
        refused(MemberError.CODE_INVALID, () -> pay(lei.code()));
    }

    @Test
    void whoAsksInACurrencyThatIsNotTheHousesIsRefusedAndOpensNoWallet() {
        refused(MemberError.CURRENCY_MISMATCH, () -> house.members.payer(till, code(), "EUR"));
        assertThat(house.members.member(till, lei.id()).wallets()).hasSize(1);
        pay(code());
    }

    @Test
    void anotherMerchantDoesNotKnowTheCode() {
        MembersFixture other = new MembersFixture();
        String shown = code();
        refused(MemberError.CODE_INVALID, () -> other.members.payer(other.actor("cashier"), shown, "GBP"));
    }

    @Test
    void endedPhonesAndFrozenMembersDoNotPay() {
        pay(code());
        house.members.setState(house.self(lei), lei.id(), State.FROZEN);
        refused(MemberError.MEMBER_FROZEN, () -> pay(code()));
        house.members.setState(house.actor("manager"), lei.id(), State.ACTIVE);
        house.members.forgetDevices(house.self(lei), lei.id());
        refused(MemberError.CODE_INVALID, () -> pay(code()));
    }

    @Test
    void aNewNumberEndsThePhonesOfTheOldOne() {
        pay(code());
        house.members.identify(till, lei.id(), "card", "9900 0012 39");
        pay(code());
        house.members.identify(house.actor("manager"), lei.id(), "phone", "07700 900151");
        refused(MemberError.CODE_INVALID, () -> pay(code()));
    }

    /** As when the command is sent again whose answer was lost, and the customer has signed in meanwhile. */
    @Test
    void theNumberThatTheMemberHasAlreadyEndsNoPhones() {
        house.members.identify(house.actor("manager"), lei.id(), "phone", "+44 7700 900150");
        pay(code());
    }

    @Test
    void aPhoneLearnsThatItsKeyHasBeenEnded() {
        house.members.checkDevice(house.self(lei), lei.id(), phone.number());
        MemberView han = house.register("07700 900152", "Han Mei");
        refused(MemberError.NO_SUCH_DEVICE, () -> house.members.checkDevice(house.self(han), han.id(), phone.number()));
        for (int newer = 0; newer < 5; newer++) {
            house.members.enrolDevice(house.self(lei), lei.id());
        }
        refused(MemberError.NO_SUCH_DEVICE, () -> house.members.checkDevice(house.self(lei), lei.id(), phone.number()));
        refused(MemberError.NO_SUCH_DEVICE, () -> house.members.checkDevice(house.self(lei), lei.id(), 1));
    }

    @Test
    void anotherRuleOfTheHouseHoldsWithTheNextCode() throws SQLException {
        pay(code());
        house.rules.centre().set(MemberRules.LIMIT_SINGLE, 1_000, house.clock.instant(), house.actor("manager"));
        Payer payer = pay(code());
        AccountView account = house.ledger.account(payer.wallet()).orElseThrow();
        assertThat(account.caps().single()).isEqualTo(1_000L);
        assertThat(told(payer)).isEqualTo(1_000L);
    }

    @Test
    void aWalletOfBeforeCapsWereNotedIsToldOnceMore() throws SQLException {
        Payer payer = pay(code());
        house.ledger.cap(payer.wallet(), AccountView.Caps.NONE);
        MembersFixture.DATABASE.asOwner("UPDATE members.wallet SET told_single = NULL, told_daily = NULL"
                + " WHERE account_id = " + payer.wallet().value());

        pay(code());

        AccountView account = house.ledger.account(payer.wallet()).orElseThrow();
        assertThat(account.caps().single()).isEqualTo(told(payer)).isPositive();
    }

    @Test
    void aLimitThatIsSetWhileTheAccountIsToldItsCapsIsNotLost() throws SQLException {
        Payer payer = pay(code());
        long account = payer.wallet().value();
        house.rules.centre().set(MemberRules.LIMIT_SINGLE, 1_000, house.clock.instant(), house.actor("manager"));
        CompletableFuture<Payer> paying;
        try (Connection setting = MembersFixture.DATABASE.app().getConnection();
                Statement statement = setting.createStatement()) {
            setting.setAutoCommit(false);
            statement.execute("UPDATE members.wallet SET limit_single = 700 WHERE account_id = " + account);
            paying = CompletableFuture.supplyAsync(() -> pay(code()));
            await(paying);
            setting.commit();
        }
        paying.join();

        assertThat(number("SELECT limit_single FROM members.wallet WHERE account_id = " + account))
                .isEqualTo(700);
        assertThat(house.ledger.account(payer.wallet()).orElseThrow().caps().single())
                .isEqualTo(700L);
    }

    /** Until somebody waits for a lock, or it is over without. */
    private static void await(CompletableFuture<Payer> paying) throws SQLException {
        while (!paying.isDone()
                && number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND datname = current_database()")
                        == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theSixthPhoneEndsTheFirst() {
        String first = code();
        for (int i = 0; i < 5; i++) {
            house.members.enrolDevice(house.self(lei), lei.id());
        }
        refused(MemberError.CODE_INVALID, () -> pay(first));
    }

    private static long told(Payer payer) throws SQLException {
        return number("SELECT told_single FROM members.wallet WHERE account_id = "
                + payer.wallet().value());
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = MembersFixture.DATABASE.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String code() {
        return phone.codeAt(house.clock.instant()).digits();
    }

    private Payer pay(String shown) {
        return house.members.payer(till, shown, "GBP");
    }
}
