/** What tests share: a real PostgreSQL. */
@NullMarked
package org.walletcounter.testing;

import org.jspecify.annotations.NullMarked;
