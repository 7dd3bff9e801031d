/**
 * Who did what, when, and from where (审计).
 */
@NullMarked
package org.walletcounter.audit;

import org.jspecify.annotations.NullMarked;
