package org.walletcounter.loyalty;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * Points that members hold and that lapse in one month.
 *
 * @param month null for those that never lapse
 * @param points that can be spent
 * @param pending that wait
 * @param worth all of them in money off, at the exchange rate in force
 */
public record Liability(@Nullable YearMonth month, int members, long points, long pending, Money worth) {}
