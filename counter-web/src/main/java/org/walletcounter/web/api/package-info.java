/** What all of the API shares: paths, JSON, problems, commands that run once. */
@NullMarked
package org.walletcounter.web.api;

import org.jspecify.annotations.NullMarked;
