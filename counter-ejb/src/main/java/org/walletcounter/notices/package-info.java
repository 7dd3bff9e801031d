/**
 * Messages to people: SMS today; it delivers what the outbox holds and never loses a message it has accepted.
 */
@NullMarked
package org.walletcounter.notices;

import org.jspecify.annotations.NullMarked;
