package org.walletcounter.ledger.internal;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Money;

/** Amounts as people read them in a refusal. */
final class Amount {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Amount() {}

    /** An amount of an account's unit: money where the unit is a currency, else the count and the unit. */
    static String of(long minor, LockedAccount account) {
        String unit = account.terms().unit();
        return CURRENCIES.contains(unit) ? Money.of(minor, unit).toString() : minor + " " + unit;
    }
}
