/**
 * Behind the merchants' door.
 */
@NullMarked
package org.walletcounter.merchants.internal;

import org.jspecify.annotations.NullMarked;
