/** Compiles the report templates while the project is built, and checks their folders. Not part of the jar. */
@NullMarked
package org.walletcounter.reports;

import org.jspecify.annotations.NullMarked;
