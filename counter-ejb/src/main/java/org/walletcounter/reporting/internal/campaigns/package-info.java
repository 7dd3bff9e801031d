/** What campaigns did to sales, read from their roll-ups. */
@NullMarked
package org.walletcounter.reporting.internal.campaigns;

import org.jspecify.annotations.NullMarked;
