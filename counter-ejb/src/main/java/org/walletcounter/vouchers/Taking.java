package org.walletcounter.vouchers;

import java.util.UUID;
import java.util.function.Function;
import org.walletcounter.kernel.CommandKey;

/**
 * A customer's wish to have a voucher.
 *
 * @param key the client's; the same key never takes two
 * @param answer writes what will be answered; kept under the key together with the voucher
 */
public record Taking(UUID campaignId, UUID memberId, CommandKey key, Function<VoucherView, String> answer) {}
