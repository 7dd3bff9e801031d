package org.walletcounter.imports.internal;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
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

    /** Which step it is: the steps of the job are called so. */
    enum Phase {
        SURVEY,
        PRODUCTS,
        MEMBERS,
        RECONCILIATION
    }

    private final ImportWork work;
    private final JobContext job;
    private final StepContext step;

    @Inject
    ImportStep(ImportWork work, JobContext job, StepContext step) {
        this.work = work;
        this.job = job;
        this.step = step;
    }

    @Override
    public String process() {
        UUID runId = run(job);
        switch (Phase.valueOf(step.getStepName().toUpperCase(Locale.ROOT))) {
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

    /** The run a job was started for. */
    static UUID run(JobContext job) {
        return UUID.fromString(BatchRuntime.getJobOperator()
                .getParameters(job.getExecutionId())
                .getProperty("run"));
    }

    private Contents contents() {
        return (Contents) job.getTransientUserData();
    }
}
