package org.walletcounter.vouchers;

import java.time.Instant;
import java.util.UUID;

/**
 * A voucher set aside for a checkout.
 *
 * @param hold to be confirmed by the payment or released
 * @param until when it is free again by itself
 */
public record HoldOnVoucher(UUID voucherId, UUID hold, Instant until) {}
