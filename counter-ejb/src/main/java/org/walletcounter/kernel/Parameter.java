package org.walletcounter.kernel;

/**
 * A whole-number rule parameter that a module declares (规则参数). Declared as a constant beside the code that reads it.
 *
 * @param code stable, as in "members.payment.limit.single"
 * @param unit what it counts: "minor", "seconds", "days", "hour", "count", or "choice" where each number stands for a
 *     word
 * @param lowest the lowest value allowed
 * @param highest the highest value allowed
 * @param initial the value while nobody has set one
 */
public record Parameter(String code, String unit, long lowest, long highest, long initial) {}
