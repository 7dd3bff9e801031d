/**
 * The customer database (会员): people, identifiers, devices, wallets, payment codes, limits and consents. Personal fields
 * are kept encrypted under a key per member.
 */
@NullMarked
package org.walletcounter.members;

import org.jspecify.annotations.NullMarked;
