package org.walletcounter.imports.internal;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.UUID;
import org.walletcounter.imports.ImportView.State;

/** The steps of an import that are one piece each. What they gather is kept with the job for the steps behind them. */
@Dependent
@Named("importStep")
class ImportStep extends AbstractBatchlet {

    /** Which step it is. */
    enum Phase {
        SURVEY,
        PRODUCTS,
        MEMBERS,
        RECONCILIATION
    }

    @Inject
    ImportWork work;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String run;

    @Inject
    @BatchProperty
    String phase;

    @SuppressWarnings("NullAway.Init")
    ImportStep() {}

    @Override
    public String process() {
        UUID runId = UUID.fromString(run);
        switch (Phase.valueOf(phase.toUpperCase(Locale.ROOT))) {
            case SURVEY -> job.setTransientUserData(work.open(runId));
            case PRODUCTS -> work.addProducts(contents());
            case MEMBERS -> work.addMembers(contents());
            case RECONCILIATION -> {
                work.reconcile(contents());
                work.ended(runId, State.COMPLETED, null);
            }
        }
        return "COMPLETED";
    }

    private Contents contents() {
        return (Contents) job.getTransientUserData();
    }
}
