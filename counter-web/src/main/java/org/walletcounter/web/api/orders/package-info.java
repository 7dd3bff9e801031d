/** Products, baskets and parked sales. */
@NullMarked
package org.walletcounter.web.api.orders;

import org.jspecify.annotations.NullMarked;
