/** Past sales as questions for a price, for those who try something on them. */
@NullMarked
package org.walletcounter.reporting.internal.past;

import org.jspecify.annotations.NullMarked;
