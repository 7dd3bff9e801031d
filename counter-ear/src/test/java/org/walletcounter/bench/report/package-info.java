/** What a run has found, as text for the screen, as JSON for machines and as a page with charts. */
@NullMarked
package org.walletcounter.bench.report;

import org.jspecify.annotations.NullMarked;
