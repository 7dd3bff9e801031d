/** The secret seeds of campaigns that draw: made, sealed, and revealed once nothing can be drawn with them any more. */
@NullMarked
package org.walletcounter.promotions.internal.draws;

import org.jspecify.annotations.NullMarked;
