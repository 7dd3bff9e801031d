/**
 * Measures the counter against what its own database can do on the same machine in the same run. {@code docs/performance.md}
 * tells how to run it and how to read it. Test code: nothing of it is part of the EAR.
 */
@NullMarked
package org.walletcounter.bench;

import org.jspecify.annotations.NullMarked;
