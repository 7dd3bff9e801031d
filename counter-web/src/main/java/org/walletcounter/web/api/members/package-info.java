/** Members and the customer's own pages in the API. */
@NullMarked
package org.walletcounter.web.api.members;

import org.jspecify.annotations.NullMarked;
