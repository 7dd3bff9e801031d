/** The books, for those who answer for them. */
@NullMarked
package org.walletcounter.web.api.ledger;

import org.jspecify.annotations.NullMarked;
