package org.walletcounter.imports.internal;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.walletcounter.imports.ImportView.State;

/** Notes with the run when a step broke off, so that it can be resumed. */
@Dependent
@Named("importStepListener")
class ImportStepListener extends AbstractStepListener {

    @Inject
    ImportWork work;

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @SuppressWarnings("NullAway.Init")
    ImportStepListener() {}

    @Override
    public void afterStep() {
        Exception cause = step.getException();
        if (cause != null) {
            JobOperator jobs = BatchRuntime.getJobOperator();
            String run = jobs.getParameters(job.getExecutionId()).getProperty("run");
            work.ended(UUID.fromString(run), State.FAILED, cause);
        }
    }
}
