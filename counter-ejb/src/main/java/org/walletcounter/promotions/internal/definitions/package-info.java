/** The language of promotions as JSON: records by their components, kinds by their names, refusals at the field. */
@NullMarked
package org.walletcounter.promotions.internal.definitions;

import org.jspecify.annotations.NullMarked;
