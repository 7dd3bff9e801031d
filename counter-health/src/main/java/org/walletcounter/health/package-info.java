/**
 * Tells an operator's tools whether the counter lives and may take payments ({@code /health/live}, {@code /health/ready}).
 *
 * <p>It is a library of the EAR, not a part of the domain: WildFly asks only those health checks that lie beside the modules of an
 * EAR and silently forgets the ones inside them.
 */
@NullMarked
package org.walletcounter.health;

import org.jspecify.annotations.NullMarked;
