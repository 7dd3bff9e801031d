/** The API of the imports. */
@NullMarked
package org.walletcounter.web.api.imports;

import org.jspecify.annotations.NullMarked;
