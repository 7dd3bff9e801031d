/** The console's pages for voucher campaigns and vouchers (券活动与电子消费券). */
@NullMarked
package org.walletcounter.web.console.vouchers;

import org.jspecify.annotations.NullMarked;
