/** Reporting over HTTP: the live board with its stream of events, and reports as files. */
@NullMarked
package org.walletcounter.web.api.reporting;

import org.jspecify.annotations.NullMarked;
