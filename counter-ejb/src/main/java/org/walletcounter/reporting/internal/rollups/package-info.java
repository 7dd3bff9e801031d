/** Keeps the roll-ups in step with the books, makes them again, and holds them against the books. */
@NullMarked
package org.walletcounter.reporting.internal.rollups;

import org.jspecify.annotations.NullMarked;
