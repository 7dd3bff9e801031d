/** Sign-in and session of staff. */
@NullMarked
package org.walletcounter.web.api.merchants;

import org.jspecify.annotations.NullMarked;
