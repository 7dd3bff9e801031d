/**
 * Vouchers (电子消费券): their campaigns, how they come into a hand and how they leave it. It owns campaigns, codes, vouchers,
 * redemptions and reminders; it promises that no campaign gives out more than it has, that a voucher leaves the hand once, and that
 * each can show where it came from and where it went. What a voucher is worth in a basket is decided by promotions.
 */
@NullMarked
package org.walletcounter.vouchers;

import org.jspecify.annotations.NullMarked;
