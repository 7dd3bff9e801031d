package org.walletcounter.members.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.kernel.internal.TestKernel;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.members.MemberIntake;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.Registration;
import org.walletcounter.members.TextReminders;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.internal.TestMerchants;
import org.walletcounter.testing.Heard;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;

/** The members module of one new merchant, with its real neighbours: ledger, merchants, parameters and outbox. */
final class MembersFixture {

    static final TestDatabase DATABASE = TestDatabase.shared();
    static final TestLedger LEDGER = TestLedger.on(DATABASE, Clock.systemUTC());
    static final TestPersistence PERSISTENCE = new TestPersistence(LEDGER.transactions());

    final Moment clock = new Moment();
    final Ledger ledger = LEDGER.door();
    final TestKernel.House rules = TestKernel.house(LEDGER.transactions().source(), clock);
    final Parameters parameters = rules.values();
    final Merchants merchants = TestMerchants.on(PERSISTENCE, clock);
    final UUID merchant = TestMerchants.found(merchants).id();
    final EntityManager database = PERSISTENCE.current();
    final Vault vault = new Vault(keys());
    final Members members;
    final TextReminders texts;
    final MemberIntake intake;
    final BirthdayRecords birthdays = new BirthdayRecords(vault);
    final BirthdaySteps morning;

    MembersFixture() {
        Outbox outbox = TestKernel.outbox(LEDGER.transactions().source());
        birthdays.database = database;
        morning = morning(outbox);
        MemberRecords records = new MemberRecords(merchants, parameters);
        records.database = database;
        Wallets wallets = new Wallets(ledger, parameters);
        wallets.database = database;
        WarmFacts facts = new WarmFacts(clock);
        AttemptsBean attemptsBean = new AttemptsBean();
        attemptsBean.database = database;
        Attempts attempts = PERSISTENCE.requiresNew(Attempts.class, attemptsBean);
        Announcing announcing = new Announcing(facts, new Heard<>(), new Heard<>());
        Devices devices = new Devices(parameters, vault, clock);
        devices.database = database;
        SigningIn signingIn = new SigningIn(records, wallets, merchants, parameters, attempts, outbox, vault, clock);
        signingIn.database = database;
        MembersBean bean = new MembersBean();
        bean.merchants = merchants;
        bean.views = new MemberViews(records, wallets, vault);
        bean.finding = new FindingMembers(records, vault, facts, new LookingUp(attempts, parameters, clock));
        bean.finding.database = database;
        bean.registering = new Registering(records, wallets, merchants, vault, clock, announcing);
        DeviceRecords deviceRecords = new DeviceRecords(vault);
        deviceRecords.database = database;
        WalletOpening opening = new WalletOpening(wallets);
        opening.database = database;
        bean.recognising = new RecognisingPayers(deviceRecords, opening, attempts, parameters, clock);
        bean.signingIn = signingIn;
        bean.changing = new ChangingMembers(
                records, bean.views, bean.registering, wallets, devices, signingIn, announcing, vault);
        bean.changingState = new ChangingState(records, wallets, devices, signingIn, announcing);
        members = PERSISTENCE.required(Members.class, bean);
        TextRemindersBean reminding = new TextRemindersBean();
        reminding.records = records;
        reminding.views = bean.views;
        reminding.announcing = announcing;
        reminding.outbox = outbox;
        reminding.vault = vault;
        reminding.clock = clock;
        texts = PERSISTENCE.required(TextReminders.class, reminding);
        MemberIntakeBean taking = new MemberIntakeBean();
        taking.records = records;
        taking.registering = bean.registering;
        taking.vault = vault;
        taking.clock = clock;
        intake = PERSISTENCE.required(MemberIntake.class, taking);
    }

    private BirthdaySteps morning(Outbox outbox) {
        BirthdayStepsBean steps = new BirthdayStepsBean();
        steps.records = birthdays;
        steps.merchants = merchants;
        steps.parameters = parameters;
        steps.outbox = outbox;
        steps.vault = vault;
        steps.clock = clock;
        return PERSISTENCE.requiresNew(BirthdaySteps.class, steps);
    }

    /** Somebody with this role at the merchant. */
    Actor actor(String role) {
        return new Actor("staff:" + merchant + role, "Sam", role, merchant, null);
    }

    /** A member as themselves. */
    Actor self(MemberView member) {
        return new Actor("member:" + member.id(), "L***", "member", merchant, null);
    }

    /** Registers a member as a manager. */
    MemberView register(String phone, String name) {
        return members.register(actor("manager"), new Registration(phone, name, "en", PrivacyNotices.IN_FORCE, null));
    }

    /** Puts cash into a wallet; less than nothing takes it out. */
    void put(AccountId wallet, long amount) {
        AccountId cash = ledger.open(AccountTerms.free(merchant, "cash", "GBP", "house"));
        Outcome outcome = LEDGER.submit(
                LEDGER.journal(merchant, "top-up", new Posting(cash, -amount), new Posting(wallet, amount)));
        if (!(outcome instanceof Outcome.Posted)) {
            throw new IllegalStateException("The wallet does not take it: " + outcome);
        }
    }

    /** What the outbox holds for this merchant, oldest first. */
    List<String> messages() {
        return messages("merchant");
    }

    /** What it holds that names this merchant in that field. */
    List<String> messages(String field) {
        return outbox("payload", field);
    }

    /** The topics under which it holds them. */
    List<String> topics() {
        return outbox("topic", "merchant");
    }

    private List<String> outbox(String column, String field) {
        String sql = "SELECT " + column + " FROM kernel.outbox WHERE payload::json ->> '" + field + "' = ? ORDER BY id";
        try (Connection connection = DATABASE.app().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, merchant.toString());
            List<String> messages = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    messages.add(row.getString(1));
                }
            }
            return messages;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static InstallationKeys keys() {
        return new InstallationKeys(1, Map.of(1, key(1, "AES")), key(9, "HmacSHA256"));
    }

    static SecretKey key(int seed, String algorithm) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return new SecretKeySpec(bytes, algorithm);
    }
}
