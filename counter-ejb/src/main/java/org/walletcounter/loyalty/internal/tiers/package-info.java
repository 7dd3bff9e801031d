/** Behind the door to tiers: measuring members over payments and points, and judging who rises, stays and falls. */
@NullMarked
package org.walletcounter.loyalty.internal.tiers;

import org.jspecify.annotations.NullMarked;
