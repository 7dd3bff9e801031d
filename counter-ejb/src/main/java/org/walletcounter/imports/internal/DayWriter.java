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

    @Inject
    ImportWork work;

    @Inject
    JobContext job;

    @SuppressWarnings("NullAway.Init")
    DayWriter() {}

    @Override
    public void writeItems(List<Object> items) {
        for (Object day : items) {
            work.book((Contents) job.getTransientUserData(), (Day) day);
        }
    }
}
