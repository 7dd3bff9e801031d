/** Points, gifts, tiers and segments over the API. */
@NullMarked
package org.walletcounter.web.api.loyalty;

import org.jspecify.annotations.NullMarked;
