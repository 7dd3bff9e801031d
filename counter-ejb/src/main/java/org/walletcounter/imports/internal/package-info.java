/** Behind the door of the imports. */
@NullMarked
package org.walletcounter.imports.internal;

import org.jspecify.annotations.NullMarked;
