/** Delivery: the console, the till, the customer pages and the API. No business rule lives here. */
@NullMarked
package org.walletcounter.web;

import org.jspecify.annotations.NullMarked;
