/** Behind the promotions' doors: the session beans. What they do stands in the packages below. */
@NullMarked
package org.walletcounter.promotions.internal;

import org.jspecify.annotations.NullMarked;
