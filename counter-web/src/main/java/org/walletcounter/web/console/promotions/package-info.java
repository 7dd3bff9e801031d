/**
 * The manager's pages for promotion campaigns: list, form with preview, one campaign, calendar. What the form asks for each
 * kind of benefit and condition stands in {@link org.walletcounter.web.console.promotions.Kinds}; it is read and written as the
 * definitions of the promotions module, so that every refusal finds its field by its path.
 */
@NullMarked
package org.walletcounter.web.console.promotions;

import org.jspecify.annotations.NullMarked;
