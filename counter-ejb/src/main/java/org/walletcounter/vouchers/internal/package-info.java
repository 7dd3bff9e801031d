/** The inside of the vouchers: rows beside the ledger, codes, timers, and the beans behind the doors. */
@NullMarked
package org.walletcounter.vouchers.internal;

import org.jspecify.annotations.NullMarked;
