package org.walletcounter.merchants.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.merchants.KeyView;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StaffView;

/** Hiring, changing and letting go: staff and API keys, each with its audit entry. */
@Dependent
class Staffing {

    private static final Set<String> ROLES = Set.of("cashier", "manager", "analyst", "administrator");

    private final MerchantsRepository repository;
    private final Event<PrivilegedAct> acts;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Inject
    Staffing(MerchantsRepository repository, Event<PrivilegedAct> acts, Clock clock) {
        this.repository = repository;
        this.acts = acts;
        this.clock = clock;
    }

    StaffView hire(Actor actor, NewStaff hired) {
        if (hired.username().isBlank()
                || repository.staffNamed(hired.username()).isPresent()) {
            throw CounterException.at("username", MerchantError.NAME_TAKEN);
        }
        requireRole(hired.role());
        secrets.requireDecent(hired.password(), hired.username());
        Staff staff = new Staff(
                Ids.next(clock), actor.merchantId(), hired, secrets.bcrypt(hired.password()), clock.instant());
        repository.add(staff);
        tell(actor, "staff.added", staff.view().id(), hired.role());
        return staff.view();
    }

    StaffView change(Actor actor, StaffView wanted) {
        Staff staff = ofMerchant(actor, wanted.id());
        requireRole(wanted.role());
        boolean oneself = actor.id().equals("staff:" + wanted.id());
        if (oneself && (!wanted.active() || !wanted.role().equals(staff.view().role()))) {
            throw new CounterException(MerchantError.NOT_YOURSELF);
        }
        staff.take(wanted);
        tell(actor, "staff.changed", wanted.id(), wanted.role() + (wanted.active() ? "" : ", inactive"));
        return staff.view();
    }

    Instant setPassword(Actor actor, UUID staffId, String password) {
        Staff staff = ofMerchant(actor, staffId);
        if (!actor.role().equals("administrator") && !actor.id().equals("staff:" + staffId)) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
        secrets.requireDecent(password, staff.view().username());
        staff.password(secrets.bcrypt(password), clock.instant());
        repository.forgetSignInFailures(secrets.hashOf(staff.view().username()));
        tell(actor, "staff.password-set", staffId, "");
        return staff.access().passwordSet();
    }

    String makeKey(Actor actor, KeyView wish) {
        requireRole(wish.role());
        String secret = secrets.newKey();
        ApiKey key = new ApiKey(Ids.next(clock), actor.merchantId(), wish, secrets.hashOf(secret), clock.instant());
        repository.add(key);
        tell(actor, "key.made", key.view().id(), wish.role());
        return secret;
    }

    void revokeKey(Actor actor, UUID keyId) {
        ApiKey key = repository.get(ApiKey.class, keyId);
        if (!key.belongsTo(actor.merchantId())) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
        key.revoke(clock.instant());
        tell(actor, "key.revoked", keyId, "");
    }

    byte[] hashOf(String secret) {
        return secrets.hashOf(secret);
    }

    private Staff ofMerchant(Actor actor, UUID staffId) {
        Staff staff = repository.get(Staff.class, staffId);
        if (!staff.works(actor.merchantId())) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
        return staff;
    }

    private static void requireRole(String role) {
        if (!ROLES.contains(role)) {
            throw CounterException.at("role", MerchantError.NO_SUCH_ROLE);
        }
    }

    private void tell(Actor actor, String act, UUID subject, String detail) {
        acts.fire(new PrivilegedAct(actor, act, act.substring(0, act.indexOf('.')) + ":" + subject, detail));
    }
}
