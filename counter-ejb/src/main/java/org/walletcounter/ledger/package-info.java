/**
 * Every balance of value there is, and the only code that changes one (总账). It owns accounts, journals, postings and
 * holds; it promises that every journal balances per unit, that nothing is spent twice and that no constrained account
 * falls below its floor.
 */
@NullMarked
package org.walletcounter.ledger;

import org.jspecify.annotations.NullMarked;
