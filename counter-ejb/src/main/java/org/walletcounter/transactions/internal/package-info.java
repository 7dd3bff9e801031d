/**
 * Behind the transactions' door.
 */
@NullMarked
package org.walletcounter.transactions.internal;

import org.jspecify.annotations.NullMarked;
