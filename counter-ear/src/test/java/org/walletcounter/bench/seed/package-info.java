/** Fills a counter with people, places and history, set by set, with exactly the rows that the product writes. */
@NullMarked
package org.walletcounter.bench.seed;

import org.jspecify.annotations.NullMarked;
