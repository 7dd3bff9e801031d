/** Prices read from files and written to them. */
@NullMarked
package org.walletcounter.promotions.internal.prices;

import org.jspecify.annotations.NullMarked;
