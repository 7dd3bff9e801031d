/** The till, the customer's pages and receipts in a real browser against the built application. */
@NullMarked
package org.walletcounter.it.browser;

import org.jspecify.annotations.NullMarked;
