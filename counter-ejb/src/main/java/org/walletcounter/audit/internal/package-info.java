/**
 * Behind the audit door.
 */
@NullMarked
package org.walletcounter.audit.internal;

import org.jspecify.annotations.NullMarked;
