/**
 * Behind the notices' door.
 */
@NullMarked
package org.walletcounter.notices.internal;

import org.jspecify.annotations.NullMarked;
