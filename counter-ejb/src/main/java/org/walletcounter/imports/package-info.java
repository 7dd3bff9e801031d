/**
 * Bringing in what was sold before the counter was there (历史数据导入), and proving that nothing was lost on the way: every
 * line of the file is booked, or listed with the reason.
 */
@NullMarked
package org.walletcounter.imports;

import org.jspecify.annotations.NullMarked;
