/** How the module speaks to its tables. */
@NullMarked
package org.walletcounter.promotions.internal.tables;

import org.jspecify.annotations.NullMarked;
