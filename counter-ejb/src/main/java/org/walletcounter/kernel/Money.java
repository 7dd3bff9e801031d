package org.walletcounter.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of one currency (金额), counted in its minor units: 8800 CNY are ¥88.00. Immutable. It may be negative
 * or zero; who must not accept such an amount checks it at its door. Amounts of different currencies never meet: adding
 * or comparing them is a programming error.
 *
 * @param minor the count of minor units (fen, pence; yen for JPY, which has no smaller unit)
 * @param currency an ISO 4217 code
 */
public record Money(long minor, String currency) implements Comparable<Money> {

    /**
     * So much, in minor units, is paid at once at most (一次最大金额). Whoever sends more has read a barcode into the field of an
     * amount; and the sums of many such payments stay far within 64 bits.
     */
    public static final long MOST_AT_ONCE = 10_000_000_000_000L;

    /** Refuses a currency that ISO 4217 does not know. */
    public Money {
        Currency.getInstance(currency);
    }

    /** An amount of minor units. */
    public static Money of(long minor, String currency) {
        return new Money(minor, currency);
    }

    /** Nothing of a currency. */
    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal amount as people write it ("88.00").
     *
     * @throws ArithmeticException if it has more decimals than the currency
     * @throws NumberFormatException if it is no number
     */
    public static Money parse(String amount, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(new BigDecimal(amount.strip()).movePointRight(digits).longValueExact(), currency);
    }

    /** This amount with the other added. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, requireSameCurrency(other).minor), currency);
    }

    /** This amount with the other taken away. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, requireSameCurrency(other).minor), currency);
    }

    /** This amount so many times. */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** This amount with its sign turned. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** Whether this amount is above zero. */
    public boolean isPositive() {
        return minor > 0;
    }

    /** Whether this amount is zero. */
    public boolean isZero() {
        return minor == 0;
    }

    /** How many decimals the currency has. */
    public int decimals() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** The amount in major units, exact: 88.00. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, decimals());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, requireSameCurrency(other).minor);
    }

    /** The amount and its currency, as in "88.00 CNY". */
    @Override
    public String toString() {
        return toDecimal().toPlainString() + " " + currency;
    }

    private Money requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts of " + currency + " and " + other.currency + " cannot meet.");
        }
        return other;
    }
}
