/**
 * Behind the orders' doors.
 */
@NullMarked
package org.walletcounter.orders.internal;

import org.jspecify.annotations.NullMarked;
