/** Tickets that sales have promised: drawn once, their prizes given, handed over, or taken back with the sale. */
@NullMarked
package org.walletcounter.transactions.internal.lottery;

import org.jspecify.annotations.NullMarked;
