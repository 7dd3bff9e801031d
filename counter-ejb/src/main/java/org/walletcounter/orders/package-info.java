/**
 * What is being sold: the catalogue (商品) and the sale with its lines (销售单).
 */
@NullMarked
package org.walletcounter.orders;

import org.jspecify.annotations.NullMarked;
