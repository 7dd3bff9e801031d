/**
 * Behind the reporting doors; the only place that knows JasperReports.
 */
@NullMarked
package org.walletcounter.reporting.internal;

import org.jspecify.annotations.NullMarked;
