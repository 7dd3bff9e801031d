/** The goods of a basket while they are being priced: lines, pieces, and how an amount is divided among them. */
@NullMarked
package org.walletcounter.promotions.internal.goods;

import org.jspecify.annotations.NullMarked;
