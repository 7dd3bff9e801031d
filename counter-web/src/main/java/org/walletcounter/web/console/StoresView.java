package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;

/** The stores with their tills. */
@Named("storesView")
@ViewScoped
@AnswersRefusals
public class StoresView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Merchants merchants;

    @Inject
    private KnownStores knownStores;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private transient List<StoreWithTills> stores = List.of();
    private StoreForm store = new StoreForm();
    private TillForm till = new TillForm();

    /** Reads the stores and their tills. */
    public void load() {
        Map<UUID, List<TillView>> tills = merchants.tillsByStore(console.getActor());
        stores = knownStores.all().stream()
                .map(each -> new StoreWithTills(each, tills.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /** Opens the form for a new store. */
    public void beginStore() {
        store = new StoreForm();
    }

    /** Opens the form for a store that is there. */
    public void editStore(UUID id) {
        store = StoreForm.of(merchants.store(console.getActor(), id));
    }

    /** Keeps the store. */
    public @Nullable String saveStore() {
        StoreView kept = store.store(requireNonNullElse(store.getId(), Ids.next(clock)), console.getActor());
        merchants.saveStore(console.getActor(), kept);
        knownStores.forget();
        return done("store.saved", kept.code());
    }

    /** Opens the form for a new till in a store. */
    public void beginTill(UUID storeId) {
        till = TillForm.in(storeId);
    }

    /** Opens the form for a till that is there. */
    public void editTill(UUID id) {
        till = TillForm.of(merchants.till(console.getActor(), id));
    }

    /** Keeps the till. */
    public @Nullable String saveTill() {
        TillView kept = till.till(requireNonNullElse(till.getId(), Ids.next(clock)));
        merchants.saveTill(console.getActor(), kept);
        return done("till.saved", kept.code());
    }

    private String done(String key, String code) {
        messages.done(key, code);
        return "/console/stores.xhtml?faces-redirect=true";
    }

    public List<StoreWithTills> getStores() {
        return stores;
    }

    public StoreForm getStore() {
        return store;
    }

    public TillForm getTill() {
        return till;
    }

    /** A store and its tills. */
    public record StoreWithTills(StoreView store, List<TillView> tills) {}
}
