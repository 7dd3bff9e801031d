/**
 * Tests of the built EAR on a real server: through the API, in a browser, inside the container, and with the server and the database
 * killed under load. {@link org.walletcounter.it.WithCounter} is all a test class needs.
 */
@NullMarked
package org.walletcounter.it;

import org.jspecify.annotations.NullMarked;
