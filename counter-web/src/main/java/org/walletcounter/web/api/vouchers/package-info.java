/** Voucher campaigns and vouchers over HTTP. */
@NullMarked
package org.walletcounter.web.api.vouchers;

import org.jspecify.annotations.NullMarked;
