/** The goals of performance, one class each: what it measures, against what, and what has to come out. */
@NullMarked
package org.walletcounter.bench.goals;

import org.jspecify.annotations.NullMarked;
