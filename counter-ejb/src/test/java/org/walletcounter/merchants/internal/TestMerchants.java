package org.walletcounter.merchants.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.SignInAttempts;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TaxRates;
import org.walletcounter.merchants.TillView;
import org.walletcounter.testing.Heard;
import org.walletcounter.testing.TestPersistence;

/** The real merchants module on a test database, without a container. Other modules' tests may use it too. */
public final class TestMerchants {

    private TestMerchants() {}

    /** The door. Each of its calls joins a transaction or is one. */
    public static Merchants on(TestPersistence persistence, Clock clock) {
        Heard<PrivilegedAct> acts = new Heard<>();
        MerchantsBean bean = new MerchantsBean();
        bean.repository = new MerchantsRepository();
        bean.repository.entities = persistence.current();
        bean.staffing = new Staffing(bean.repository, acts, clock, new WithoutBcrypt());
        bean.directory = new RememberedDirectory(bean.repository, clock, subject -> 0);
        bean.acts = acts;
        bean.afterCommit = Runnable::run;
        return persistence.required(Merchants.class, bean);
    }

    /** The door to tax rates. Each of its calls joins a transaction or is one. */
    public static TaxRates taxRates(TestPersistence persistence, Clock clock) {
        TaxRatesBean bean = new TaxRatesBean();
        bean.repository = new MerchantsRepository();
        bean.repository.entities = persistence.current();
        bean.directory = new RememberedDirectory(bean.repository, clock, subject -> 0);
        bean.acts = new Heard<>();
        bean.clock = clock;
        bean.afterCommit = Runnable::run;
        return persistence.required(TaxRates.class, bean);
    }

    /** What counts failed sign-ins. Each of its calls is a transaction. */
    static SignInAttempts signInAttempts(TestPersistence persistence, Clock clock) {
        SignInAttemptsBean bean = new SignInAttemptsBean();
        bean.database = persistence.current();
        bean.repository = new MerchantsRepository();
        bean.repository.entities = persistence.current();
        bean.clock = clock;
        return persistence.requiresNew(SignInAttempts.class, bean);
    }

    /** What payments ask, read anew: it remembers nothing from before. */
    public static Directory directory(TestPersistence persistence, Clock clock) {
        MerchantsRepository repository = new MerchantsRepository();
        repository.entities = persistence.current();
        return persistence.required(Directory.class, new RememberedDirectory(repository, clock, subject -> 0));
    }

    /** Founds a corner shop in London with one store and one till. */
    public static Founded found(Merchants merchants) {
        UUID id = UUID.randomUUID();
        StoreView store = new StoreView(UUID.randomUUID(), id, "01", "High Street", "高街店", "1 High Street", true);
        TillView till = new TillView(UUID.randomUUID(), store.id(), "1", "Front", true);
        String code = "CORNER-" + id.toString().substring(0, 8);
        MerchantView merchant = new MerchantView(id, code, "Corner Shop", "街角小店", "GBP", ZoneId.of("Europe/London"));
        return new Founded(merchants.found(merchant, store, till), store, till);
    }

    /** Bcrypt is the server's; what is kept here nobody signs in with. */
    private static final class WithoutBcrypt extends Secrets {

        @Override
        String bcrypt(String password) {
            return "not hashed";
        }
    }

    /** A merchant as it was founded. */
    public record Founded(MerchantView merchant, StoreView store, TillView till) {

        /** The merchant's id. */
        public UUID id() {
            return merchant.id();
        }

        /** Somebody with this role at the merchant. */
        public Actor actor(String role) {
            return new Actor("staff:" + id() + role, "Sam", role, id(), null);
        }
    }
}
