package org.walletcounter.transactions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/** Cash handed in at a till for a member's wallet (充值). */
public record TopUpRequest(UUID storeId, @Nullable UUID tillId, UUID memberId, Money amount) {}
