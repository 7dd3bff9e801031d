package org.walletcounter.imports.internal;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.walletcounter.imports.internal.file.Day;

/** Books the days it is handed. */
@Dependent
@Named("dayWriter")
class DayWriter extends AbstractItemWriter {

    private final ImportWork work;
    private final JobContext job;

    @Inject
    DayWriter(ImportWork work, JobContext job) {
        this.work = work;
        this.job = job;
    }

    @Override
    public void writeItems(List<Object> items) {
        for (Object day : items) {
            work.book((Contents) job.getTransientUserData(), (Day) day);
        }
    }
}
