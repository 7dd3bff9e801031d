/** Codes on paper, in files and on screens: how they are made, kept and read. */
@NullMarked
package org.walletcounter.vouchers.internal.codes;

import org.jspecify.annotations.NullMarked;
