/** The load: a process of its own that pays as tills do. It talks HTTP and knows nothing of the harness. */
@NullMarked
package org.walletcounter.bench.load;

import org.jspecify.annotations.NullMarked;
