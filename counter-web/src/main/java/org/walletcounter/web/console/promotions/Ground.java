package org.walletcounter.web.console.promotions;

import java.time.ZoneId;

/** What amounts and moments of a form are entered in. */
record Ground(String currency, ZoneId zone) {}
