/**
 * Behind the members' door.
 */
@NullMarked
package org.walletcounter.members.internal;

import org.jspecify.annotations.NullMarked;
