/**
 * What each kind of benefit does to a basket: one class per kind, behind the one contract {@code Effect}. Three families share
 * their work: line by line, pooled over all goods, and sets of pieces; the rest promises something besides the price.
 */
@NullMarked
package org.walletcounter.promotions.internal.effects;

import org.jspecify.annotations.NullMarked;
