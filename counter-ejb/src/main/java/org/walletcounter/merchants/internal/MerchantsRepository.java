package org.walletcounter.merchants.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;

/** Queries over merchants, stores, tills, staff and keys; nothing else. */
@Dependent
class MerchantsRepository {

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    void add(Object entity) {
        entities.persist(entity);
    }

    void flush() {
        entities.flush();
    }

    <T> T get(Class<T> kind, UUID id) {
        T found = entities.find(kind, id);
        if (found == null) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
        return found;
    }

    <T> @Nullable T find(Class<T> kind, UUID id) {
        return entities.find(kind, id);
    }

    List<Merchant> merchants() {
        return entities.createQuery("select m from Merchant m order by m.code", Merchant.class)
                .getResultList();
    }

    List<Store> stores(UUID merchantId) {
        return entities.createQuery("select s from Store s where s.merchantId = :merchant order by s.code", Store.class)
                .setParameter("merchant", merchantId)
                .getResultList();
    }

    List<Till> tills(UUID storeId) {
        return entities.createQuery("select t from Till t where t.storeId = :store order by t.code", Till.class)
                .setParameter("store", storeId)
                .getResultList();
    }

    /** The tills of all stores of a merchant, or of one of them. */
    List<Till> tills(UUID merchantId, @Nullable UUID storeId) {
        String stores = "select s.id from Store s where s.merchantId = :merchant"
                + (storeId == null ? "" : " and s.id = :store");
        TypedQuery<Till> query = entities.createQuery(
                        "select t from Till t where t.storeId in (" + stores + ") order by t.code", Till.class)
                .setParameter("merchant", merchantId);
        if (storeId != null) {
            query.setParameter("store", storeId);
        }
        return query.getResultList();
    }

    List<Staff> staff(UUID merchantId) {
        return entities.createQuery("select s from Staff s where s.merchantId = :merchant order by s.name", Staff.class)
                .setParameter("merchant", merchantId)
                .getResultList();
    }

    Optional<Staff> staffNamed(String username) {
        return entities.createQuery("select s from Staff s where s.username = :name", Staff.class)
                .setParameter("name", username)
                .getResultStream()
                .findFirst();
    }

    /** Lets go of the failed sign-ins of a user name, of which the hash is kept. */
    void forgetSignInFailures(byte[] name) {
        entities.createNativeQuery("delete from merchants.sign_in_failure where name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }

    List<ApiKey> keys(UUID merchantId) {
        return entities.createQuery(
                        "select k from ApiKey k where k.merchantId = :merchant order by k.madeAt desc", ApiKey.class)
                .setParameter("merchant", merchantId)
                .getResultList();
    }

    List<TaxRateRow> taxRates(UUID merchantId) {
        return entities.createQuery(
                        "select r from TaxRateRow r where r.merchantId = :merchant order by r.code, r.storeId nulls first,"
                                + " r.from",
                        TaxRateRow.class)
                .setParameter("merchant", merchantId)
                .getResultList();
    }

    void remove(Object entity) {
        entities.remove(entity);
    }

    Optional<ApiKey> keyHashed(byte[] hash) {
        return entities.createQuery(
                        "select k from ApiKey k where k.secretHash = :hash and k.revokedAt is null", ApiKey.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }
}
