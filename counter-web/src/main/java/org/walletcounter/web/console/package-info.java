/**
 * The manager's console (管理台): one view bean per page under {@code /console}. A view reads input, builds a request, calls
 * one method of a module's door and chooses what to show next; it holds no business rule. What a door refuses comes back
 * as a message in the reader's language, at the field where one is at fault.
 */
@NullMarked
package org.walletcounter.web.console;

import org.jspecify.annotations.NullMarked;
