package org.walletcounter.merchants.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.AfterCommit;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.merchants.KeyView;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StaffAccess;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/** The bean behind the merchants' door. What every payment and every session asks stands in the directory. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class MerchantsBean implements Merchants {

    @Inject
    MerchantsRepository repository;

    @Inject
    Staffing staffing;

    @Inject
    Event<PrivilegedAct> acts;

    @Inject
    AfterCommit afterCommit;

    @Inject
    RememberedDirectory directory;

    @Override
    public List<MerchantView> all() {
        return repository.merchants().stream().map(Merchant::view).toList();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MerchantView merchant(UUID id) {
        return directory.merchant(id);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public LocalDate businessDay(UUID merchantId, Instant moment) {
        return directory.businessDay(merchantId, moment);
    }

    @Override
    public List<StoreView> stores(Actor actor) {
        return repository.stores(actor.merchantId()).stream()
                .map(Store::view)
                .filter(store -> actor.storeId() == null || actor.storeId().equals(store.id()))
                .toList();
    }

    @Override
    public List<TillView> tills(Actor actor, UUID storeId) {
        store(actor, storeId);
        return repository.tills(storeId).stream().map(Till::view).toList();
    }

    @Override
    public Map<UUID, List<TillView>> tillsByStore(Actor actor) {
        return repository.tills(actor.merchantId(), actor.storeId()).stream()
                .map(Till::view)
                .collect(Collectors.groupingBy(TillView::storeId));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TillView till(Actor actor, UUID tillId) {
        return directory.till(actor, tillId);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public StoreView store(Actor actor, UUID storeId) {
        return directory.store(actor, storeId);
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public StoreView saveStore(Actor actor, StoreView wanted) {
        Store store = repository.find(Store.class, wanted.id());
        if (store == null) {
            requireUnbound(actor);
            store = new Store(new StoreView(
                    wanted.id(),
                    actor.merchantId(),
                    wanted.code(),
                    wanted.nameEn(),
                    wanted.nameZh(),
                    wanted.address(),
                    wanted.open()));
            repository.add(store);
        } else {
            store(actor, wanted.id());
            store.take(wanted);
        }
        StoreView view = store.view();
        saved(actor, "store.saved", "store:" + wanted.id(), detail(view.code(), view.open()));
        return view;
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public TillView saveTill(Actor actor, TillView wanted) {
        Till till = repository.find(Till.class, wanted.id());
        store(actor, till == null ? wanted.storeId() : till.view().storeId());
        if (till == null) {
            till = new Till(wanted);
            repository.add(till);
        } else {
            till.take(wanted);
        }
        TillView view = till.view();
        saved(actor, "till.saved", "till:" + wanted.id(), detail(view.code(), view.open()));
        return view;
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public List<StaffView> staff(Actor actor) {
        return repository.staff(actor.merchantId()).stream().map(Staff::view).toList();
    }

    @Override
    @RolesAllowed({"administrator", "system"})
    public StaffView addStaff(Actor actor, NewStaff hired) {
        return staffing.hire(actor, hired);
    }

    @Override
    @RolesAllowed("administrator")
    public StaffView changeStaff(Actor actor, StaffView wanted) {
        StaffView changed = staffing.change(actor, wanted);
        afterCommit.run(directory::forgetStaff);
        return changed;
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator"})
    public Instant setPassword(Actor actor, UUID staffId, String password) {
        Instant moment = staffing.setPassword(actor, staffId, password);
        afterCommit.run(directory::forgetStaff);
        return moment;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<StaffAccess> staffNamed(String username) {
        return directory.staffNamed(username).filter(access -> access.staff().active());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<StaffAccess> staffSigningIn(String username) {
        return repository
                .staffNamed(username)
                .map(Staff::access)
                .filter(access -> access.staff().active());
    }

    @Override
    @RolesAllowed({"administrator", "system"})
    public String makeKey(Actor actor, KeyView wish) {
        return staffing.makeKey(actor, wish);
    }

    @Override
    @RolesAllowed("administrator")
    public List<KeyView> keys(Actor actor) {
        return repository.keys(actor.merchantId()).stream()
                .map(ApiKey::view)
                .filter(key -> actor.storeId() == null || actor.storeId().equals(key.storeId()))
                .toList();
    }

    @Override
    @RolesAllowed("administrator")
    public void revokeKey(Actor actor, UUID keyId) {
        staffing.revokeKey(actor, keyId);
        directory.forgetKeys();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<KeyView> keyOf(String secret) {
        return directory.keyOf(secret);
    }

    @Override
    @RolesAllowed("system")
    public MerchantView found(MerchantView merchant, StoreView store, TillView till) {
        if (all().stream().anyMatch(known -> known.code().equals(merchant.code()))) {
            throw CounterException.at("code", MerchantError.NAME_TAKEN);
        }
        repository.add(new Merchant(merchant));
        repository.flush();
        repository.add(new Store(store));
        repository.flush();
        repository.add(new Till(till));
        MerchantsLog.LOG.founded(merchant.code(), store.code());
        return merchant;
    }

    /** Who is bound to a store would not see the one they make. */
    private static void requireUnbound(Actor actor) {
        if (actor.storeId() != null) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
    }

    private static String detail(String code, boolean open) {
        return code + (open ? ", open" : ", closed");
    }

    private void saved(Actor actor, String act, String subject, String detail) {
        try {
            repository.flush();
        } catch (PersistenceException taken) {
            throw CounterException.at("code", MerchantError.NAME_TAKEN);
        }
        acts.fire(new PrivilegedAct(actor, act, subject, detail));
        directory.forgetPlaces();
    }
}
