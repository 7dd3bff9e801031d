/** What stands in the vouchers' tables, and how it goes with the ledger. */
@NullMarked
package org.walletcounter.vouchers.internal.book;

import org.jspecify.annotations.NullMarked;
