package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.KeyView;
import org.walletcounter.merchants.Merchants;

/** The API keys: makes one and shows its secret this once, and ends one. */
@Named("keysView")
@ViewScoped
@AnswersRefusals
public class KeysView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Merchants merchants;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private transient List<KeyView> keys = List.of();
    private transient @Nullable String secret;
    private String label = "";
    private String role = "cashier";
    private @Nullable UUID storeId;
    private @Nullable UUID chosen;
    private String chosenLabel = "";

    /** Reads the keys. Who is bound to a store makes them for that one. */
    public void load() {
        keys = merchants.keys(console.getActor());
        if (storeId == null) {
            storeId = console.getActor().storeId();
        }
    }

    /** Makes a key. Its secret is on the page that answers, and nowhere afterwards. */
    public void make() {
        UUID merchantId = console.getActor().merchantId();
        KeyView key = new KeyView(Ids.next(clock), merchantId, storeId, null, label, role, clock.instant(), false);
        secret = merchants.makeKey(console.getActor(), key);
        label = "";
    }

    /** Asks about one key before it is ended. */
    public void choose(KeyView key) {
        chosen = key.id();
        chosenLabel = key.label();
    }

    /** Ends the chosen key at once. */
    public @Nullable String revoke() {
        merchants.revokeKey(console.getActor(), requireNonNull(chosen));
        messages.done("key.revoked");
        return "/console/keys.xhtml?faces-redirect=true";
    }

    public List<KeyView> getKeys() {
        return keys;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public String getChosenLabel() {
        return chosenLabel;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public @Nullable UUID getStoreId() {
        return storeId;
    }

    public void setStoreId(@Nullable UUID storeId) {
        this.storeId = storeId;
    }
}
