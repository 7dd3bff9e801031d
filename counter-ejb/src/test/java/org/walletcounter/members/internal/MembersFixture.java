package org.walletcounter.members.internal;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.Registration;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.testing.TestDatabase;

/** The members module of one new merchant, over a real database, with its neighbours held still. */
final class MembersFixture {

    final UUID merchant = TestDatabase.shared().newMerchant();
    final Moment clock = new Moment();
    final Books books = new Books();
    final List<String> messages = new ArrayList<>();
    final List<Object> events = new ArrayList<>();
    final Map<String, Long> rules = new HashMap<>();
    final Transactions transactions = new Transactions();
    final Vault vault = vault(keys());
    final EntityManager database = transactions.current();
    final Members members;

    MembersFixture() {
        Parameters parameters = parameters();
        Merchants merchants = merchants();
        Outbox outbox = outbox();
        MemberRecords records = new MemberRecords(merchants, parameters);
        records.database = database;
        Wallets wallets = new Wallets(books, parameters);
        wallets.database = database;
        WarmDevices warm = new WarmDevices();
        AttemptsBean attemptsBean = new AttemptsBean();
        attemptsBean.database = database;
        Attempts attempts = transactions.requiresNew(Attempts.class, attemptsBean);
        Announcing announcing = new Announcing(warm, event(), event());
        Devices devices = new Devices(warm, parameters, vault, clock);
        devices.database = database;
        SigningIn signingIn = new SigningIn(records, merchants, parameters, attempts, outbox, vault, clock);
        signingIn.database = database;
        MembersBean bean = new MembersBean();
        bean.merchants = merchants;
        bean.views = new MemberViews(records, wallets, vault);
        bean.finding = new FindingMembers(records, vault);
        bean.finding.database = database;
        bean.registering = new Registering(records, wallets, merchants, vault, clock, announcing);
        bean.recognising = new RecognisingPayers(warm, wallets, attempts, parameters, vault, clock);
        bean.recognising.database = database;
        bean.signingIn = signingIn;
        bean.changing = new ChangingMembers(
                records, bean.views, bean.registering, wallets, devices, signingIn, announcing, vault);
        bean.changingState = new ChangingState(records, wallets, devices, signingIn, announcing);
        members = transactions.required(Members.class, bean);
        bean.door = members;
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

    static Vault vault(InstallationKeys keys) {
        Vault vault = new Vault(new MembersSettings() {
            @Override
            InstallationKeys installationKeys() {
                return keys;
            }
        });
        vault.open();
        return vault;
    }

    static InstallationKeys keys() {
        return new InstallationKeys(1, Map.of(1, key(1, "AES")), key(9, "HmacSHA256"));
    }

    static SecretKey key(int seed, String algorithm) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return new SecretKeySpec(bytes, algorithm);
    }

    private Parameters parameters() {
        return new Parameters() {
            @Override
            public long value(Parameter parameter, UUID merchantId) {
                return rules.getOrDefault(parameter.code(), parameter.initial());
            }

            @Override
            public void set(Parameter parameter, long value, Instant from, Actor author) {
                rules.put(parameter.code(), value);
            }

            @Override
            public List<Version> history(Parameter parameter, UUID merchantId) {
                return List.of();
            }
        };
    }

    private Merchants merchants() {
        return (Merchants) Proxy.newProxyInstance(
                Merchants.class.getClassLoader(), new Class<?>[] {Merchants.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("merchant")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return new MerchantView(
                            merchant, "CORNER", "Corner Shop", "街角小店", "GBP", ZoneId.of("Europe/London"));
                });
    }

    private Outbox outbox() {
        return new Outbox() {
            @Override
            public void put(String topic, UUID aggregate, String json) {
                messages.add(json);
            }

            @Override
            public long stuck() {
                return 0;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private <T> Event<T> event() {
        return (Event<T>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (self, method, arguments) -> {
                    events.add(arguments[0]);
                    return null;
                });
    }
}
