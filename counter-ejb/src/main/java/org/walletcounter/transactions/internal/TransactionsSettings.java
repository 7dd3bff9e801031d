package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator sets for the transactions module. */
@ApplicationScoped
class TransactionsSettings {

    private final Duration patience;
    private final int underWay;

    /** For the container's proxies only. */
    protected TransactionsSettings() {
        this.patience = Duration.ZERO;
        this.underWay = 0;
    }

    @Inject
    TransactionsSettings(
            @ConfigProperty(name = "counter.transactions.patience-seconds", defaultValue = "10") long seconds,
            @ConfigProperty(name = "counter.transactions.under-way", defaultValue = "256") int underWay) {
        this.patience = Duration.ofSeconds(seconds);
        this.underWay = underWay;
    }

    /** How long a payment's caller is kept waiting before the answer is "not known yet". */
    Duration patience() {
        return patience;
    }

    /** How many payments are taken at once; more are told to come again. */
    int underWay() {
        return underWay;
    }
}
