/**
 * How the first merchant comes into an empty database: the demo merchant of a trial, or in production the one that the
 * operator describes in a file. Both happen once, and only while there is no merchant at all.
 */
@NullMarked
package org.walletcounter.imports.internal.founding;

import org.jspecify.annotations.NullMarked;
