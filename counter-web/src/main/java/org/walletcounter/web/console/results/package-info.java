/** What promotion campaigns did to sales, and what drafts would have done: performance, uplift, back-tests. */
@NullMarked
package org.walletcounter.web.console.results;

import org.jspecify.annotations.NullMarked;
