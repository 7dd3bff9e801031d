package org.walletcounter.merchants.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Changes;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Remembered;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.KeyView;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.StaffAccess;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TaxRate;
import org.walletcounter.merchants.TillView;

/**
 * The directory over the repository. A plain bean and no session bean: a payment asks it half a dozen times, and each call
 * through the container's interceptors would cost more than the answer.
 */
@ApplicationScoped
class RememberedDirectory implements Directory {

    /** The subjects of {@link Changes}, as the triggers on the tables name them. */
    private static final String PLACES = "places";

    private static final String KEYS = "keys";

    private static final String TAXES = "taxes";

    private static final String STAFF = "staff";

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final MerchantsRepository repository;
    private final Secrets secrets = new Secrets();
    private final Remembered<UUID, MerchantView> merchants;
    private final Remembered<UUID, StoreView> stores;
    private final Remembered<UUID, TillView> tills;
    private final Remembered<UUID, List<TaxRate>> taxRates;
    private final Remembered<ByteBuffer, KeyView> keys;
    private final Remembered<String, StaffAccess> staff;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected RememberedDirectory() {
        this(null, Clock.systemUTC(), subject -> 0);
    }

    @Inject
    RememberedDirectory(MerchantsRepository repository, Clock clock, Changes changes) {
        this.repository = repository;
        this.merchants = Remembered.until(clock, LIFETIME, () -> changes.of(PLACES));
        this.stores = Remembered.until(clock, LIFETIME, () -> changes.of(PLACES));
        this.tills = Remembered.until(clock, LIFETIME, () -> changes.of(PLACES));
        this.taxRates = Remembered.until(clock, LIFETIME, () -> changes.of(TAXES));
        this.keys = Remembered.until(clock, LIFETIME, () -> changes.of(KEYS));
        this.staff = Remembered.until(clock, LIFETIME, () -> changes.of(STAFF));
    }

    @Override
    public MerchantView merchant(UUID id) {
        return found(
                merchants.get(id, key -> repository.get(Merchant.class, key).view()));
    }

    @Override
    public LocalDate businessDay(UUID merchantId, Instant moment) {
        return LocalDate.ofInstant(moment, merchant(merchantId).zone());
    }

    @Override
    public TillView till(Actor actor, UUID tillId) {
        TillView till =
                found(tills.get(tillId, key -> repository.get(Till.class, key).view()));
        store(actor, till.storeId());
        return till;
    }

    @Override
    public StoreView store(Actor actor, UUID storeId) {
        StoreView store = found(
                stores.get(storeId, key -> repository.get(Store.class, key).view()));
        boolean inScope = store.merchantId().equals(actor.merchantId())
                && (actor.storeId() == null || actor.storeId().equals(storeId));
        if (!inScope) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
        return store;
    }

    @Override
    public Optional<KeyView> keyOf(String secret) {
        byte[] hash = secrets.hashOf(secret);
        return Optional.ofNullable(keys.get(
                ByteBuffer.wrap(hash),
                key -> repository.keyHashed(hash).map(ApiKey::view).orElse(null)));
    }

    @Override
    public List<TaxRate> taxRates(UUID merchantId, UUID storeId, LocalDate day) {
        List<TaxRate> all = taxRates.get(
                merchantId,
                key -> repository.taxRates(key).stream().map(TaxRateRow::view).toList());
        return all == null || all.isEmpty() ? List.of() : new TaxTable(all).holding(storeId, day);
    }

    /** The member of staff with this user name, active or not. */
    Optional<StaffAccess> staffNamed(String username) {
        return Optional.ofNullable(staff.get(
                username, key -> repository.staffNamed(key).map(Staff::access).orElse(null)));
    }

    void forgetTaxRates() {
        taxRates.forgetAll();
    }

    void forgetPlaces() {
        stores.forgetAll();
        tills.forgetAll();
    }

    void forgetKeys() {
        keys.forgetAll();
    }

    void forgetStaff() {
        staff.forgetAll();
    }

    private static <T> T found(@Nullable T value) {
        if (value == null) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
        return value;
    }
}
