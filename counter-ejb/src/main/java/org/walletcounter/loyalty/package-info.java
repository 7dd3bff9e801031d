/**
 * What regular customers get (会员忠诚度): points programmes, tiers and segments. Points are balances on the ledger; it
 * promises that what was earned less what was used and what has expired is the balance, that a balance is never below
 * zero except for a debt that is stated as such, and that a refund is the inverse of what a purchase earned and used.
 */
@NullMarked
package org.walletcounter.loyalty;

import org.jspecify.annotations.NullMarked;
