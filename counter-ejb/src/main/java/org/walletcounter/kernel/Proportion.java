package org.walletcounter.kernel;

import java.math.BigInteger;

/**
 * A part of a whole, to take as much of amounts. Pure.
 *
 * @param part in the same unit as the whole
 * @param whole not zero
 */
public record Proportion(long part, long whole) {

    /**
     * As much of an amount: {@code amount × part ÷ whole}, rounded towards zero. The product may be longer than a
     * {@code long}; a television and a laptop in a currency of small units already are.
     *
     * @throws ArithmeticException where the whole is zero, or the answer itself does not fit
     */
    public long of(long amount) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
