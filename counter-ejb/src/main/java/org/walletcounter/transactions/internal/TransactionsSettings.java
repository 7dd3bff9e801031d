package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator sets for the transactions module. */
@ApplicationScoped
class TransactionsSettings {

    private final Duration patience;

    /** For the container's proxies only. */
    protected TransactionsSettings() {
        this.patience = Duration.ZERO;
    }

    @Inject
    TransactionsSettings(
            @ConfigProperty(name = "counter.transactions.patience-seconds", defaultValue = "10") long seconds) {
        this.patience = Duration.ofSeconds(seconds);
    }

    /** How long a payment's caller is kept waiting before the answer is "not known yet". */
    Duration patience() {
        return patience;
    }
}
