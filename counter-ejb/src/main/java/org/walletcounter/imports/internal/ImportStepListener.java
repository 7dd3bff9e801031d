package org.walletcounter.imports.internal;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.walletcounter.imports.ImportView.State;

/** Notes with the run when a step broke off, so that it can be resumed. */
@Dependent
@Named("importStepListener")
class ImportStepListener extends AbstractStepListener {

    private final ImportWork work;
    private final JobContext job;
    private final StepContext step;

    @Inject
    ImportStepListener(ImportWork work, JobContext job, StepContext step) {
        this.work = work;
        this.job = job;
        this.step = step;
    }

    @Override
    public void afterStep() {
        Exception cause = step.getException();
        if (cause != null) {
            work.ended(ImportStep.run(job), State.FAILED, cause);
        }
    }
}
