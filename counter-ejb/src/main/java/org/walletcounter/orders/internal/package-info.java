/**
 * Behind the orders' door: the catalogue and the parked sales as Hibernate entities, and the pricing of baskets, which
 * runs out of a small cache because every payment needs it.
 */
@NullMarked
package org.walletcounter.orders.internal;

import org.jspecify.annotations.NullMarked;
