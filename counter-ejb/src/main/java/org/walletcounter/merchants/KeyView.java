package org.walletcounter.merchants;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key (接口密钥) without its secret.
 *
 * @param tillId the till it belongs to, or null for an integration
 * @param role what its bearer may do
 */
public record KeyView(
        UUID id,
        UUID merchantId,
        @Nullable UUID storeId,
        @Nullable UUID tillId,
        String label,
        String role,
        Instant madeAt,
        boolean revoked) {}
