/** Points on trips: fares earn by the day, and points pay a part of what was ridden, right after the gate has taken it. */
@NullMarked
package org.walletcounter.transactions.internal.trips;

import org.jspecify.annotations.NullMarked;
