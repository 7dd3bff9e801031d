/** Price lists: the list of them, one with its prices, its form, and prices from files. */
@NullMarked
package org.walletcounter.web.console.prices;

import org.jspecify.annotations.NullMarked;
