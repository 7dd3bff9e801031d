package org.walletcounter.vouchers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * The use of one voucher in a sale.
 *
 * @param saving what it takes off
 * @param hold the hold that set it aside, if there is one
 */
public record Use(UUID voucherId, Money saving, @Nullable UUID hold) {}
