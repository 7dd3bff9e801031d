/** What is turned away at the door while more comes than can be taken. */
@NullMarked
package org.walletcounter.web.overload;

import org.jspecify.annotations.NullMarked;
