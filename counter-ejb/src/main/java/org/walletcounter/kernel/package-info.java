/**
 * What every module stands on: money, ids, time, refusals, commands that run once, the outbox, and the rule and parameter
 * centre (规则与参数中心). It knows no other module.
 */
@NullMarked
package org.walletcounter.kernel;

import org.jspecify.annotations.NullMarked;
