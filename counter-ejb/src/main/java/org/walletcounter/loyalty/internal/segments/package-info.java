/** Behind the door to segments: conditions become one statement with bound values, and snapshots are made apart. */
@NullMarked
package org.walletcounter.loyalty.internal.segments;

import org.jspecify.annotations.NullMarked;
