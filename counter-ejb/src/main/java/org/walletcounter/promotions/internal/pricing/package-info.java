/**
 * The price of a basket: what may apply ({@code Preparing}), what goes together ({@code Legality}), which combination is the
 * cheapest ({@code Search}), what it does line by line ({@code Tracing}), and what is left to pay ({@code Settling}). And its
 * inverse, the return of goods ({@code Returning}). Pure functions, all of them.
 */
@NullMarked
package org.walletcounter.promotions.internal.pricing;

import org.jspecify.annotations.NullMarked;
