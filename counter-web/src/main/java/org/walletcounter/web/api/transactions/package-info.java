/** Payments, refunds, top-ups and receipts. */
@NullMarked
package org.walletcounter.web.api.transactions;

import org.jspecify.annotations.NullMarked;
