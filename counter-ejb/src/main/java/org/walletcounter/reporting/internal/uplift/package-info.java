/** Uplift against members that a promotion is kept from: sums per group, and the intervals that can be told from them. */
@NullMarked
package org.walletcounter.reporting.internal.uplift;

import org.jspecify.annotations.NullMarked;
