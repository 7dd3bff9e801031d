/**
 * Where a sale meets promotions, vouchers and points: its price for this customer, what its payment's journal must hold
 * besides the money, what is kept of it, and the way back for returned goods.
 */
@NullMarked
package org.walletcounter.transactions.internal.checkout;

import org.jspecify.annotations.NullMarked;
