package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.web.security.Caller;

/**
 * The stores that who is signed in may see, read once for each request: a table asks for a name in every row, and lists to
 * choose from ask for all of them again and again. Who changes a store lets them be forgotten.
 */
@RequestScoped
public class KnownStores {

    @Inject
    private Merchants merchants;

    @Inject
    private Caller caller;

    private @Nullable List<StoreView> all;
    private @Nullable Map<UUID, StoreView> byId;

    /** All of them, by code. */
    public List<StoreView> all() {
        if (all == null) {
            all = merchants.stores(caller.actor());
        }
        return all;
    }

    /** One of them, if it is there and they may see it. */
    public Optional<StoreView> one(@Nullable UUID id) {
        if (byId == null) {
            byId = all().stream().collect(Collectors.toMap(StoreView::id, Function.identity()));
        }
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    /** Forgets them: the next question reads them again. */
    public void forget() {
        all = null;
        byId = null;
    }
}
