package org.walletcounter.merchants.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Secrets secrets;

    @Inject
    Staffing(MerchantsRepository repository, Event<PrivilegedAct> acts, Clock clock) {
        this(repository, acts, clock, new Secrets());
    }

    Staffing(MerchantsRepository repository, Event<PrivilegedAct> acts, Clock clock, Secrets secrets) {
        this.repository = repository;
        this.acts = acts;
        this.clock = clock;
        this.secrets = secrets;
    }

    StaffView hire(Actor actor, NewStaff hired) {
        requireWithin(actor, hired.storeId());
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
        requireWithin(actor, staff.view().storeId());
        requireWithin(actor, wanted.storeId());
        requireRole(wanted.role());
        if (isSelf(actor, wanted.id()) && changesRights(staff.view(), wanted)) {
            throw new CounterException(MerchantError.NOT_YOURSELF);
        }
        staff.take(wanted);
        tell(actor, "staff.changed", wanted.id(), wanted.role() + (wanted.active() ? "" : ", inactive"));
        return staff.view();
    }

    Instant setPassword(Actor actor, UUID staffId, String password) {
        Staff staff = ofMerchant(actor, staffId);
        if (!isSelf(actor, staffId)) {
            requireAdministrator(actor);
            requireWithin(actor, staff.view().storeId());
        }
        secrets.requireDecent(password, staff.view().username());
        staff.password(secrets.bcrypt(password), clock.instant());
        repository.forgetSignInFailures(secrets.hashOf(staff.view().username()));
        tell(actor, "staff.password-set", staffId, "");
        return staff.access().passwordSet();
    }

    String makeKey(Actor actor, KeyView wish) {
        requireWithin(actor, wish.storeId());
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
        requireWithin(actor, key.view().storeId());
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

    private static boolean isSelf(Actor actor, UUID staffId) {
        return actor.id().equals("staff:" + staffId);
    }

    private static boolean changesRights(StaffView present, StaffView wanted) {
        return !wanted.active()
                || !wanted.role().equals(present.role())
                || !Objects.equals(wanted.storeId(), present.storeId());
    }

    private static void requireAdministrator(Actor actor) {
        if (!actor.role().equals("administrator")) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
    }

    /** Who is bound to a store has only its people and keys: with those of another, or of all, they would be bound no more. */
    private static void requireWithin(Actor actor, @Nullable UUID storeId) {
        if (actor.storeId() != null && !Objects.equals(actor.storeId(), storeId)) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
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
