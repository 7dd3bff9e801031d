/** Members' spending plans: what they usually buy, what they bought this month, and which vouchers would fit that. */
@NullMarked
package org.walletcounter.transactions.internal.plan;

import org.jspecify.annotations.NullMarked;
