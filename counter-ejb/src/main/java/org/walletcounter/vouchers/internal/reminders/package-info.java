/** Who follows which campaign, what is said to them and to holders, when, and how it reaches them. */
@NullMarked
package org.walletcounter.vouchers.internal.reminders;

import org.jspecify.annotations.NullMarked;
