package org.walletcounter.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and within which scope. Delivery makes it from the authenticated caller and hands it to every command; doors
 * check the role, queries carry the scope.
 *
 * @param id stable and pseudonymous: "staff:…", "key:…", "member:…" or "system"
 * @param name what people call the actor; for screens and slips
 * @param role cashier, manager, analyst, administrator, member or system
 * @param merchantId the merchant whose data the actor may see
 * @param storeId the one store the actor is bound to, or null for all of the merchant's
 */
public record Actor(
        String id,
        String name,
        String role,
        UUID merchantId,
        @Nullable UUID storeId) {

    /** Whether a program acts, with an API key of its own, and nobody who is signed in. */
    public boolean isMachine() {
        return id.startsWith("key:");
    }

    /** The application itself, acting for a merchant: imports, timers, repairs. */
    public static Actor system(UUID merchantId) {
        return new Actor("system", "system", "system", merchantId, null);
    }
}
