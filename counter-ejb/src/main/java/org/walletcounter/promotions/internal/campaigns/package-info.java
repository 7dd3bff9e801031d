/** The life of promotion campaigns: their versions, what is live now, and their budgets and limits on the ledger. */
@NullMarked
package org.walletcounter.promotions.internal.campaigns;

import org.jspecify.annotations.NullMarked;
