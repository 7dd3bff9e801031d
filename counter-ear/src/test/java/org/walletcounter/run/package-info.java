/**
 * Starts a whole counter on one machine: PostgreSQL, the sandbox and WildFly with the built EAR, each as a child process.
 *
 * <p>Two callers use it: the run command of the README ({@link org.walletcounter.run.RunCounter}) and the in-container tests. It
 * is test code, so nothing of it can ever be part of the EAR. An installation for real business follows the operator guide instead.
 */
@NullMarked
package org.walletcounter.run;

import org.jspecify.annotations.NullMarked;
