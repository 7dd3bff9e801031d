/**
 * Payments, tenders, refunds and receipts (支付、退款). It promises that a sale is paid at most once and that no more is
 * refunded than was paid.
 */
@NullMarked
package org.walletcounter.transactions;

import org.jspecify.annotations.NullMarked;
