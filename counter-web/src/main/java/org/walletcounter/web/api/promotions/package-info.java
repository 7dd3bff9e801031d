/** Promotions over the API: prices of baskets with their reasons, and the life of campaigns. */
@NullMarked
package org.walletcounter.web.api.promotions;

import org.jspecify.annotations.NullMarked;
