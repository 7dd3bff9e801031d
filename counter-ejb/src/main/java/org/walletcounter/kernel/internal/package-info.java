/**
 * Behind the kernel's doors. Nobody else's business; it may change any time.
 */
@NullMarked
package org.walletcounter.kernel.internal;

import org.jspecify.annotations.NullMarked;
