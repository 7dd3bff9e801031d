/**
 * How business goes: the live board, the daily report, statements, and the import of sales history with its
 * reconciliation.
 */
@NullMarked
package org.walletcounter.reporting;

import org.jspecify.annotations.NullMarked;
