/**
 * Who sells and where: merchants, stores, tills, their staff (员工) and the API keys of tills and integrations. It promises
 * that a secret is never kept in clear.
 */
@NullMarked
package org.walletcounter.merchants;

import org.jspecify.annotations.NullMarked;
