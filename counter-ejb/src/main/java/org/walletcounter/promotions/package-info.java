/**
 * The language of promotions and the price of a basket (促销). It owns what a promotion or a voucher can say — who, when, on
 * what, how much, together with what — and the pure function that finds the best legal price and tells why; and the life
 * of promotion campaigns with their budgets. It promises that a quote is exact, never below zero, the same for the same
 * question, and that a return is its inverse. Vouchers in people's hands belong to {@code vouchers}, points to
 * {@code loyalty}; a quote gets both handed in.
 */
@NullMarked
package org.walletcounter.promotions;

import org.jspecify.annotations.NullMarked;
