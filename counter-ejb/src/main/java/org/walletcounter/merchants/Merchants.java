package org.walletcounter.merchants;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;

/**
 * The door to merchants, stores, tills, staff and API keys. Reads within one merchant; refuses with
 * {@link MerchantError}. Thread-safe; what the till needs for each payment is cached.
 */
public interface Merchants {

    /** All merchants; only the system asks. */
    List<MerchantView> all();

    /** A merchant. */
    MerchantView merchant(UUID id);

    /** The merchant's business day that a moment belongs to. */
    LocalDate businessDay(UUID merchantId, Instant moment);

    /** The stores the actor may see, by code. */
    List<StoreView> stores(Actor actor);

    /** The tills of a store, by code. */
    List<TillView> tills(Actor actor, UUID storeId);

    /** The tills of every store the actor may see: by store, each by code. A store without tills is not there. */
    Map<UUID, List<TillView>> tillsByStore(Actor actor);

    /** A till with its store checked against the actor's scope. */
    TillView till(Actor actor, UUID tillId);

    /** A store in the actor's scope. */
    StoreView store(Actor actor, UUID storeId);

    /** Makes a store or changes one (same id). Administrators and managers; who is bound to a store changes that one only. */
    StoreView saveStore(Actor actor, StoreView store);

    /** Makes a till or changes one (same id). Administrators and managers. */
    TillView saveTill(Actor actor, TillView till);

    /** The staff of the actor's merchant, of all stores, by name: what is told of them anywhere names them. */
    List<StaffView> staff(Actor actor);

    /** Takes on a member of staff. Administrators; who is bound to a store, for that store only. */
    StaffView addStaff(Actor actor, NewStaff staff);

    /**
     * Changes name, role, store, language or whether they may sign in. Administrators; who is bound to a store, those who work
     * there and stay there. Nobody changes their own role or store.
     */
    StaffView changeStaff(Actor actor, StaffView staff);

    /**
     * Sets a password; everybody their own, an administrator anybody's in their scope. Gives its moment: sessions that began
     * with an older one end, here at once and on other nodes within about a second. The failed sign-ins of that person are
     * forgotten.
     */
    Instant setPassword(Actor actor, UUID staffId, String password);

    /** The active member of staff with this user name; sessions ask with each request. Remembered until it changes. */
    Optional<StaffAccess> staffNamed(String username);

    /** The same as the database has it now; who signs in with a new password must not be taken for the old one's holder. */
    Optional<StaffAccess> staffSigningIn(String username);

    /**
     * Makes an API key and gives its secret, which is never shown again. Administrators; who is bound to a store, for that
     * store only.
     */
    String makeKey(Actor actor, KeyView key);

    /** The keys in the actor's scope, newest first. */
    List<KeyView> keys(Actor actor);

    /** Ends a key in the actor's scope at once. Administrators. */
    void revokeKey(Actor actor, UUID keyId);

    /** The live key of this secret, if any. Constant time in the secret; cached for seconds. */
    Optional<KeyView> keyOf(String secret);

    /**
     * Founds a merchant with its first store, till and administrator.
     *
     * @throws CounterException {@link MerchantError#NAME_TAKEN}
     */
    MerchantView found(MerchantView merchant, StoreView store, TillView till);
}
