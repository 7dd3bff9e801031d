/**
 * Behind the doors of loyalty: points. Value moves on the ledger only; beside it stand lots (what was earned at once and
 * when it lapses), spends (what was used at once) and takings (which lots a spend took from).
 *
 * <p>A member has three accounts per programme: {@code points-pending} (earned, waiting), {@code points} (to be spent, never
 * below zero) and {@code points-debt} (taken back after it was spent, zero or below). Against them stand the programme's
 * {@code points-issued}, {@code points-redeemed} and {@code points-expired}. A payment only adds to {@code points-pending}
 * and takes from {@code points}, with one row for each beside it; everything that changes a lot happens later, under the
 * lock of the member's row in {@code loyalty.standing}. The ledger's writer never takes that lock, so the two cannot wait
 * for each other in a circle.
 */
@NullMarked
package org.walletcounter.loyalty.internal;

import org.jspecify.annotations.NullMarked;
