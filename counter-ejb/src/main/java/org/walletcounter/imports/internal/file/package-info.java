/** Reading a file of sales history and judging its lines: everything of the import that needs no database. */
@NullMarked
package org.walletcounter.imports.internal.file;

import org.jspecify.annotations.NullMarked;
