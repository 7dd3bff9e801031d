package org.walletcounter.merchants;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff (员工).
 *
 * @param storeId the one store they work in, or null for all
 * @param role cashier, manager, analyst or administrator
 * @param language "en" or "zh": what their screens start with
 */
public record StaffView(
        UUID id,
        UUID merchantId,
        @Nullable UUID storeId,
        String username,
        String name,
        String role,
        String language,
        boolean active) {}
