/** Who is calling: sign-in, sessions, API keys, and the headers that keep browsers honest. */
@NullMarked
package org.walletcounter.web.security;

import org.jspecify.annotations.NullMarked;
