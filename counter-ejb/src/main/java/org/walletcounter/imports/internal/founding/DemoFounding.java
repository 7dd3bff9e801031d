package org.walletcounter.imports.internal.founding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.walletcounter.imports.internal.founding.Demo.Hired;
import org.walletcounter.imports.internal.founding.DemoAccess.Person;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.KeyView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/**
 * Founds the demo merchant with its stores, tills, staff and keys: all or nothing. The secrets are written down before the
 * transaction ends, for afterwards only their hashes are left.
 */
@Dependent
class DemoFounding {

    private final Founder founder;
    private final Merchants merchants;
    private final Clock clock;

    @Inject
    DemoFounding(Founder founder, Merchants merchants, Clock clock) {
        this.founder = founder;
        this.merchants = merchants;
        this.clock = clock;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void found(Path draft) {
        Demo demo = Demo.of(clock);
        Map<String, String> passwords = new LinkedHashMap<>();
        Demo.STAFF.forEach(hired -> passwords.put(hired.role(), RandomSecrets.password()));
        Actor administrator = founder.found(
                demo.merchant(), demo.first(), demo.tills().get(0), newStaff(Demo.STAFF.get(0), passwords));
        merchants.saveStore(administrator, demo.second());
        demo.tills().stream().skip(1).forEach(till -> merchants.saveTill(administrator, till));
        List<Person> people = new ArrayList<>();
        for (Hired hired : Demo.STAFF) {
            if (!hired.role().equals(administrator.role())) {
                merchants.addStaff(administrator, newStaff(hired, passwords));
            }
            people.add(new Person(
                    hired.role(),
                    hired.username(),
                    String.valueOf(passwords.get(hired.role())),
                    merchants.makeKey(administrator, key(administrator, hired.role()))));
        }
        write(draft, DemoAccess.of(FoundingSettings.address(), demo.merchant(), places(demo), people));
    }

    private static Map<StoreView, List<TillView>> places(Demo demo) {
        Map<StoreView, List<TillView>> places = new LinkedHashMap<>();
        places.put(demo.first(), demo.tillsOf(demo.first()));
        places.put(demo.second(), demo.tillsOf(demo.second()));
        return places;
    }

    private static NewStaff newStaff(Hired hired, Map<String, String> passwords) {
        return new NewStaff(
                null,
                hired.username(),
                hired.name(),
                hired.role(),
                hired.language(),
                String.valueOf(passwords.get(hired.role())));
    }

    private KeyView key(Actor administrator, String role) {
        return new KeyView(
                Ids.next(clock), administrator.merchantId(), null, null, "Demo, " + role, role, clock.instant(), false);
    }

    private static void write(Path path, DemoAccess access) {
        try {
            OwnerOnlyFile.write(path, access.text());
        } catch (IOException failed) {
            throw new UncheckedIOException("The demo's sign-ins cannot be written to " + path + ".", failed);
        }
    }
}
