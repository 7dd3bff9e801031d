package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.walletcounter.kernel.OutboxConsumer;

/**
 * Sweeps what a top-up has settled out of the deny list's table. The list itself does not wait for it: it shows nobody whose
 * wallet can pay.
 */
@Dependent
class LeavingTheDenyList implements OutboxConsumer {

    private final TapRecords records;

    @Inject
    LeavingTheDenyList(TapRecords records) {
        this.records = records;
    }

    @Override
    public String topic() {
        return "wallet.topped-up";
    }

    @Override
    public boolean takesManyAtOnce() {
        return true;
    }

    @Override
    public void accept(UUID aggregate, String json) {
        records.forgive(aggregate);
    }
}
