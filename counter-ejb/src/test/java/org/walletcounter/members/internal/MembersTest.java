package org.walletcounter.members.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.MemberView.State;
import org.walletcounter.members.Registration;
import org.walletcounter.members.WalletView;
import org.walletcounter.testing.TestTransactions;

class MembersTest {

    private final MembersFixture house = new MembersFixture();

    @Test
    void whoeverRegistersHasAWalletAndAConsent() {
        MemberView lei = house.register("07700 900123", "Li Lei");

        assertThat(lei.phone()).isEqualTo("+447700900123");
        assertThat(lei.code()).matches("M [0-9]{4} [0-9]{4}");
        assertThat(lei.state()).isEqualTo(State.ACTIVE);
        assertThat(lei.wallets()).singleElement().satisfies(wallet -> {
            assertThat(wallet.available()).isEqualTo(Money.zero("GBP"));
            assertThat(wallet.limitSingle()).isEqualTo(Money.of(500_000, "GBP"));
        });
        assertThat(house.members.consents(house.actor("manager"), lei.id()))
                .singleElement()
                .satisfies(consent -> assertThat(consent.notice()).isEqualTo(PrivacyNotices.IN_FORCE));
    }

    @Test
    void nothingPersonalIsKeptInClear() {
        MemberView lei = house.register("07700 900124", "Zebulon Quist");
        List<?> rows = MembersFixture.PERSISTENCE.inNew(() -> house.database
                .createNativeQuery("select cast(m as text) || cast(i as text) from members.member m"
                        + " join members.identifier i on i.member_id = m.id where m.id = :id")
                .setParameter("id", lei.id())
                .getResultList());
        assertThat(rows).singleElement().asString().doesNotContain("Quist", "7700900124");
        assertThat(rows).singleElement().asString().doesNotContainIgnoringCase(hex("Quist"), hex("7700900124"));
    }

    @Test
    void refusalsComeInTheirOrder() {
        Actor cashier = house.actor("cashier");
        refused(MemberError.PHONE_INVALID, () -> house.members.register(cashier, form("12", "", "")));
        refused(MemberError.NAME_INVALID, () -> house.members.register(cashier, form("07700 900125", " ", "")));
        refused(MemberError.CONSENT_MISSING, () -> house.members.register(cashier, form("07700 900125", "A", "")));
        house.register("07700 900125", "First");
        refused(
                MemberError.IDENTIFIER_TAKEN,
                () -> house.members.register(cashier, form("+44 7700 900125", "B", PrivacyNotices.IN_FORCE)));
    }

    @Test
    void onlyAnImportMayLeavePhoneAndConsentOpen() {
        MemberView imported = house.members.register(Actor.system(house.merchant), form("", "Customer 17850", ""));
        assertThat(imported.phone()).isEmpty();
        house.members.identify(Actor.system(house.merchant), imported.id(), "external", "17850");
        assertThat(found("17850")).containsExactly(imported.id());
    }

    @Test
    void aMemberIsFoundByPhoneCardCodeAndPartsOfTheName() {
        MemberView lei = house.register("07700 900126", "Zoë Fitzgerald");
        MemberView wang = house.register("+86 138 0013 8000", "王小明");
        house.members.identify(house.actor("cashier"), lei.id(), "card", "9900 0012 34");

        assertThat(found("+44 (0)7700 900126")).containsExactly(lei.id());
        assertThat(found("9900001234")).containsExactly(lei.id());
        assertThat(found(lei.code())).containsExactly(lei.id());
        assertThat(found("zoe fitz")).containsExactly(lei.id());
        assertThat(found("fi")).containsExactly(lei.id());
        assertThat(found("f")).isEmpty();
        assertThat(found("小明")).containsExactly(wang.id());
        assertThat(found("王")).containsExactly(wang.id());
        assertThat(found("13800138000")).isEmpty();
        assertThat(found("07700 900")).isEmpty();
    }

    @Test
    void aFriendIsFoundByAWholeNumberAndNeverByName() {
        MemberView ann = house.register("07700 900177", "Ann Friend");
        MemberView bob = house.register("07700 900178", "Bob Friend");
        Actor self = house.self(ann);

        assertThat(house.members.byNumber(self, " 07700 900178 ")).contains(bob.id());
        assertThat(house.members.byNumber(self, bob.code())).contains(bob.id());
        assertThat(house.members.byNumber(self, "Bob Friend")).isEmpty();
        assertThat(house.members.byNumber(self, "Bob")).isEmpty();
        assertThat(house.members.byNumber(self, " ")).isEmpty();
        assertThat(house.members.byNumber(new MembersFixture().actor("cashier"), "07700 900178"))
                .isEmpty();
    }

    @Test
    void aListPagesNewestFirst() {
        List<UUID> made = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> {
                    house.clock.pass(java.time.Duration.ofSeconds(1));
                    return house.register("0770090020" + i, "Page Turner").id();
                })
                .toList();
        Page<MemberView> first = house.members.find(house.actor("manager"), "page", null, 3);
        Page<MemberView> second = house.members.find(house.actor("manager"), "page", first.after(), 3);
        assertThat(first.items()).extracting(MemberView::id).containsExactly(made.get(4), made.get(3), made.get(2));
        assertThat(second.items()).extracting(MemberView::id).containsExactly(made.get(1), made.get(0));
        assertThat(second.after()).isNull();
        refused(KernelError.BAD_CURSOR, () -> house.members.find(house.actor("manager"), "", "x", 3));
    }

    @Test
    void nobodySeesTheMembersOfAnotherMerchantAndAMemberSeesOnlyThemselves() {
        MemberView lei = house.register("07700 900127", "Li Lei");
        MemberView han = house.register("07700 900128", "Han Mei");
        Actor stranger = new MembersFixture().actor("administrator");
        refused(MemberError.NO_SUCH_MEMBER, () -> house.members.member(stranger, lei.id()));
        assertThat(house.members.find(stranger, "Li", null, 10).items()).isEmpty();
        assertThat(house.members.member(house.self(lei), lei.id()).name()).isEqualTo("Li Lei");
        refused(MemberError.NO_SUCH_MEMBER, () -> house.members.member(house.self(lei), han.id()));
    }

    @Test
    void everyRoleSeesWhatItMaySee() {
        UUID id = house.register("07700 901234", "Li Lei").id();
        MemberView toCashier = house.members.member(house.actor("cashier"), id);
        MemberView toAnalyst = house.members.member(house.actor("analyst"), id);
        MemberView toManager = house.members.member(house.actor("manager"), id);
        assertThat(List.of(toCashier.name(), toCashier.phone())).containsExactly("L***", "+44 ***** 1234");
        assertThat(List.of(toAnalyst.name(), toAnalyst.phone())).containsExactly("***", "***");
        assertThat(List.of(toManager.name(), toManager.phone())).containsExactly("Li Lei", "+447700901234");
    }

    @Test
    void theLowerOfTheMembersAndTheHousesLimitHolds() {
        MemberView lei = house.register("07700 900129", "Li Lei");
        Actor self = house.self(lei);
        WalletView own = house.members.limit(self, lei.id(), Money.of(2_000, "GBP"), null, "GBP");
        assertThat(own.limitSingle()).isEqualTo(Money.of(2_000, "GBP"));
        assertThat(own.limitDaily()).isEqualTo(Money.of(2_000_000, "GBP"));
        assertThat(house.ledger.account(own.account()).orElseThrow().caps())
                .isEqualTo(new AccountView.Caps(2_000L, 2_000_000L));
        refused(
                MemberError.LIMIT_INVALID,
                () -> house.members.limit(self, lei.id(), Money.of(500_001, "GBP"), null, "GBP"));
        refused(MemberError.LIMIT_INVALID, () -> house.members.limit(self, lei.id(), null, Money.of(-1, "GBP"), "GBP"));
    }

    @Test
    void oneLimitIsChangedAndTheOtherStaysWhoseeverItIs() {
        MemberView lei = house.register("07700 900144", "Li Lei");
        Actor self = house.self(lei);
        WalletView set = house.members.limit(self, lei.id(), Money.of(2_000, "GBP"), null, "GBP");
        assertThat(set.ownSingle()).isEqualTo(Money.of(2_000, "GBP"));
        assertThat(set.ownDaily()).isNull();
        house.rules.centre().set(MemberRules.LIMIT_SINGLE, 1_000, house.clock.instant(), house.actor("manager"));

        WalletView both = house.members.limit(self, lei.id(), set.ownSingle(), Money.of(5_000, "GBP"), "GBP");

        assertThat(both.ownSingle()).isEqualTo(Money.of(2_000, "GBP"));
        assertThat(both.limitSingle()).isEqualTo(Money.of(1_000, "GBP"));
        assertThat(both.ownDaily()).isEqualTo(Money.of(5_000, "GBP"));
        assertThat(house.members.member(self, lei.id()).wallets()).containsExactly(both);
        refused(
                MemberError.LIMIT_INVALID,
                () -> house.members.limit(self, lei.id(), Money.of(1_500, "GBP"), null, "GBP"));
    }

    @Test
    void membersFreezeThemselvesAndOnlyAManagerThaws() {
        MemberView lei = house.register("07700 900130", "Li Lei");
        house.members.setState(house.self(lei), lei.id(), State.FROZEN);
        assertThat(house.ledger
                        .account(lei.wallets().get(0).account())
                        .orElseThrow()
                        .frozen())
                .isTrue();
        refused(KernelError.ROLE_MAY_NOT, () -> house.members.setState(house.self(lei), lei.id(), State.ACTIVE));
        refused(KernelError.ROLE_MAY_NOT, () -> house.members.setState(house.actor("cashier"), lei.id(), State.ACTIVE));
        house.members.setState(house.actor("manager"), lei.id(), State.ACTIVE);
        assertThat(house.ledger
                        .account(lei.wallets().get(0).account())
                        .orElseThrow()
                        .frozen())
                .isFalse();
    }

    @Test
    void onlyAnEmptyWalletCloses() {
        MemberView lei = house.register("07700 900131", "Li Lei");
        house.put(lei.wallets().get(0).account(), 5);
        refused(
                MemberError.WALLET_NOT_EMPTY,
                () -> house.members.setState(house.actor("manager"), lei.id(), State.CLOSED));
        house.put(lei.wallets().get(0).account(), -5);
        MemberView gone = house.members.setState(house.actor("manager"), lei.id(), State.CLOSED);
        assertThat(gone.state()).isEqualTo(State.CLOSED);
        refused(
                MemberError.MEMBER_CLOSED,
                () -> house.members.change(house.actor("manager"), lei.id(), "Li Lei", "en"));
    }

    @Test
    void whoHasLeftComesBackAsSomebodyNewWithThePhoneAndTheCardOfBefore() {
        Actor manager = house.actor("manager");
        MemberView gone = house.register("07700 900136", "Li Lei");
        house.members.identify(manager, gone.id(), "card", "9900 0012 36");
        refused(MemberError.IDENTIFIER_TAKEN, () -> house.register("07700 900136", "Han Mei"));
        house.members.setState(manager, gone.id(), State.CLOSED);

        MemberView back = house.register("07700 900136", "Li Lei");
        house.members.identify(manager, back.id(), "card", "9900 0012 36");

        assertThat(back.id()).isNotEqualTo(gone.id());
        assertThat(found("07700 900136")).containsExactly(back.id());
        assertThat(found("9900001236")).containsExactly(back.id());
        assertThat(house.members.member(manager, gone.id()).name()).isEqualTo("Li Lei");
        refused(MemberError.IDENTIFIER_TAKEN, () -> house.register("07700 900136", "Han Mei"));
    }

    @Test
    void whoIsErasedIsShownWithoutWhatWasSealed() {
        Actor manager = house.actor("manager");
        MemberView lei = born("07700 900137", "1990-02-28");
        house.members.setState(manager, lei.id(), State.CLOSED);
        MembersFixture.DATABASE.asOwner("UPDATE members.member SET key_wrapped = '', name_index = '{}',"
                + " birthday_index = NULL WHERE id = '" + lei.id() + "'");

        MemberView erased = house.members.member(manager, lei.id());
        MemberView toCashier = house.members.member(house.actor("cashier"), lei.id());

        assertThat(List.of(erased.name(), erased.phone())).containsExactly("", "");
        assertThat(erased.birthday()).isNull();
        assertThat(erased.wallets()).hasSize(1);
        assertThat(List.of(toCashier.name(), toCashier.phone())).containsExactly("***", "***");
        assertThat(house.members.find(manager, "", null, 10).items()).containsExactly(erased);
        assertThat(house.members.facts(manager, lei.id()).birthday()).isNull();
    }

    @Test
    void aChangedPhoneReplacesTheOldOneAndABankCardIsNeverTaken() {
        MemberView lei = house.register("07700 900132", "Li Lei");
        house.members.identify(house.actor("manager"), lei.id(), "phone", "07700 900133");
        assertThat(found("07700 900132")).isEmpty();
        assertThat(found("07700 900133")).containsExactly(lei.id());
        refused(
                KernelError.FIELD_INVALID,
                () -> house.members.identify(house.actor("cashier"), lei.id(), "card", "4111 1111 1111 1111"));
    }

    /** Whoever holds the number signs in as the member and pays with their wallet. */
    @Test
    void aCashierBindsCardsAndNumbersButGivesNobodyAnotherPhone() {
        MemberView lei = house.register("07700 900138", "Li Lei");
        Actor cashier = house.actor("cashier");
        refused(KernelError.ROLE_MAY_NOT, () -> house.members.identify(cashier, lei.id(), "phone", "07700 900139"));
        assertThat(found("07700 900138")).containsExactly(lei.id());
        house.members.identify(cashier, lei.id(), "card", "9900 0012 38");
        house.members.identify(cashier, lei.id(), "external", "17838");
        assertThat(found("9900001238")).containsExactly(lei.id());
        assertThat(found("17838")).containsExactly(lei.id());
        house.members.identify(house.actor("administrator"), lei.id(), "phone", "07700 900139");
        assertThat(found("07700 900139")).containsExactly(lei.id());
    }

    @Test
    void aChangedNameIsFoundAndTheOldOneIsNot() {
        MemberView lei = house.register("07700 900134", "Quentin Oldname");
        house.members.change(house.actor("cashier"), lei.id(), "Quentin Newname", "zh-CN");
        assertThat(found("oldname")).isEmpty();
        assertThat(found("newname")).containsExactly(lei.id());
        assertThat(house.members.member(house.actor("manager"), lei.id()).language())
                .isEqualTo("zh");
    }

    @Test
    void aMemberChoosesALanguageWeSpeakAndKeepsTheName() {
        MemberView lei = house.register("07700 900179", "Li Lei");
        Actor self = house.self(lei);
        MemberView chinese = house.members.changeLanguage(self, lei.id(), "zh");
        assertThat(List.of(chinese.language(), chinese.name())).containsExactly("zh", "Li Lei");
        for (String unknown : List.of("fr", "zh-CN", "")) {
            refused(KernelError.FIELD_INVALID, () -> house.members.changeLanguage(self, lei.id(), unknown));
        }
        assertThat(house.members.member(self, lei.id()).language()).isEqualTo("zh");
    }

    @Test
    void anotherCurrencyIsAnotherWalletAndARepeatTheSame() {
        MemberView lei = house.register("07700 900135", "Li Lei");
        WalletView yuan = house.members.openWallet(house.self(lei), lei.id(), "CNY");
        assertThat(house.members.openWallet(house.self(lei), lei.id(), "CNY").account())
                .isEqualTo(yuan.account());
        assertThat(house.members.member(house.self(lei), lei.id()).wallets())
                .as("the house's is shown first")
                .extracting(wallet -> wallet.balance().currency())
                .containsExactly("GBP", "CNY");
    }

    @Test
    void aLimitInACurrencyThatIsNotTheHousesIsRefusedAndOpensNoWallet() {
        MemberView lei = house.register("07700 900180", "Li Lei");
        for (Actor asking : List.of(house.self(lei), house.actor("manager"))) {
            refused(
                    MemberError.CURRENCY_MISMATCH,
                    () -> house.members.limit(asking, lei.id(), Money.of(1_000, "EUR"), null, "EUR"));
        }
        assertThat(house.members.member(house.self(lei), lei.id()).wallets()).hasSize(1);
    }

    /** Who tries numbers out learns little; staff are not held up, and after an hour it goes on. */
    @Test
    void aMemberLooksForSoManyPeopleAnHour() {
        MemberView lei = house.register("07700 900170", "Li Lei");
        house.register("07700 900171", "Bob Friend");
        Actor self = house.self(lei);
        for (int i = 0; i < 20; i++) {
            house.members.byNumber(self, i % 2 == 0 ? "07700 900171" : "07700 900172");
        }
        refused(MemberError.TOO_MANY_LOOK_UPS, () -> house.members.byNumber(self, "07700 900171"));
        assertThat(house.members.byNumber(house.actor("cashier"), "07700 900171"))
                .isPresent();
        assertThat(house.members.byNumber(house.self(house.register("07700 900173", "Mei")), "07700 900171"))
                .isPresent();
        house.clock.pass(Duration.ofMinutes(61));
        assertThat(house.members.byNumber(self, "07700 900171")).isPresent();
    }

    @Test
    void aBirthdayIsKeptSealedAndShownAsFarAsTheRoleMaySee() {
        MemberView lei = born("07700 900140", "1990-02-28");
        assertThat(lei.birthday()).isEqualTo("1990-02-28");
        assertThat(house.members.member(house.actor("cashier"), lei.id()).birthday())
                .isEqualTo("--02-28");
        assertThat(house.members.member(house.actor("analyst"), lei.id()).birthday())
                .isNull();
        List<?> rows = MembersFixture.PERSISTENCE.inNew(() -> house.database
                .createNativeQuery("select cast(m as text) from members.member m where m.id = :id")
                .setParameter("id", lei.id())
                .getResultList());
        assertThat(rows).singleElement().asString().doesNotContain(hex("02-28"));
    }

    @Test
    void whatIsNoBirthdayIsRefused() {
        for (String none : List.of("28.02.1990", "1990-02-29", "--02-30", "2026-11-25", "1890-01-01", "02-28")) {
            refused(MemberError.BIRTHDAY_INVALID, () -> born("07700 900141", none));
        }
        assertThat(born("07700 900141", "--02-29").birthday()).isEqualTo("--02-29");
    }

    @Test
    void aCustomerTellsTheBirthdayOnceAndStaffCorrectIt() {
        MemberView lei = house.register("07700 900142", "Li Lei");
        assertThat(house.members
                        .tellBirthday(house.self(lei), lei.id(), "--03-08")
                        .birthday())
                .isEqualTo("--03-08");
        refused(
                MemberError.BIRTHDAY_ALREADY_TOLD,
                () -> house.members.tellBirthday(house.self(lei), lei.id(), "--03-09"));
        assertThat(house.members
                        .tellBirthday(house.actor("manager"), lei.id(), "--03-09")
                        .birthday())
                .isEqualTo("--03-09");
        assertThat(house.members
                        .tellBirthday(house.actor("manager"), lei.id(), null)
                        .birthday())
                .isNull();
    }

    @Test
    void factsForPricingFollowAChangeAtOnceAndAreNobodyElses() {
        MemberView lei = born("07700 900143", "2000-02-29");
        Actor cashier = house.actor("cashier");
        assertThat(house.members.facts(cashier, lei.id()).memberSince()).isEqualTo(lei.joinedAt());
        assertThat(house.members.facts(cashier, lei.id()).birthday()).hasToString("2000-02-29");
        house.members.tellBirthday(cashier, lei.id(), "--03-01");
        assertThat(house.members.facts(cashier, lei.id()).birthday()).hasToString("--03-01");
        Actor stranger = new MembersFixture().actor("manager");
        refused(MemberError.NO_SUCH_MEMBER, () -> house.members.facts(stranger, lei.id()));
    }

    /** The one is asked at every sign-in, the other on every member's page; neither may grow with the merchant. */
    @Test
    void whoIsKnownAndWhatTheyAgreedToAreFoundByTheirIndexes() throws SQLException {
        MemberView lei = house.register("07700 900145", "Li Lei");
        byte[] phone = Identity.of(MemberIdentifier.PHONE, lei.phone(), Optional.empty())
                .hash(house.vault, house.merchant);
        MemberRecords records = new MemberRecords(house.merchants, house.parameters);
        records.database = house.database;
        TestTransactions transactions = MembersFixture.LEDGER.transactions();

        String known = MembersFixture.PERSISTENCE.inNew(() -> {
            assertThat(records.known(house.merchant, MemberIdentifier.PHONE, phone))
                    .contains(lei.id());
            return transactions.latest();
        });
        String consents = MembersFixture.PERSISTENCE.inNew(() -> {
            assertThat(records.consents(lei.id())).hasSize(1);
            return transactions.latest();
        });

        assertThat(plan(known, house.merchant, "PHONE", phone))
                .containsPattern("Index Cond: .*merchant_id = .*kind = .*index_hash = ");
        assertThat(plan(consents, lei.id())).contains("consent_member").containsPattern("Index Cond: .*member_id = ");
    }

    /** The way to the rows where the database does not take a short table for quicker read as a whole. */
    private static String plan(String statement, Object... values) throws SQLException {
        try (Connection connection = MembersFixture.DATABASE.app().getConnection();
                Statement setting = connection.createStatement();
                PreparedStatement explained = connection.prepareStatement("EXPLAIN " + statement)) {
            setting.execute("SET enable_seqscan = off");
            for (int i = 0; i < values.length; i++) {
                explained.setObject(i + 1, values[i]);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet row = explained.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private MemberView born(String phone, String birthday) {
        return house.members.register(
                house.actor("manager"),
                new Registration(phone, "Li Lei", "en", PrivacyNotices.IN_FORCE, null, birthday));
    }

    private List<UUID> found(String text) {
        return house.members.find(house.actor("manager"), text, null, 10).items().stream()
                .map(MemberView::id)
                .toList();
    }

    private static Registration form(String phone, String name, String notice) {
        return new Registration(phone, name, "en", notice, null);
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    static void refused(ErrorCode error, ThrowingCallable command) {
        assertThatExceptionOfType(CounterException.class)
                .isThrownBy(command)
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
