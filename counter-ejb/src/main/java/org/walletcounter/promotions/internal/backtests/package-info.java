/** Drafts tried on past sales: the runs, who works on them, and what they find. */
@NullMarked
package org.walletcounter.promotions.internal.backtests;

import org.jspecify.annotations.NullMarked;
