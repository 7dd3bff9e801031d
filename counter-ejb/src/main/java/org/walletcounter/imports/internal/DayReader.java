package org.walletcounter.imports.internal;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.imports.internal.file.Day;
import org.walletcounter.imports.internal.file.DayByDay;
import org.walletcounter.imports.internal.file.SalesFile;

/** Gives the days of the file that are still to be booked, until the end or until somebody wishes to pause. */
@Dependent
@Named("dayReader")
class DayReader extends AbstractItemReader {

    private @Nullable DayByDay days;

    private final ImportWork work;
    private final JobContext job;
    private final StepContext step;

    @Inject
    DayReader(ImportWork work, JobContext job, StepContext step) {
        this.work = work;
        this.job = job;
        this.step = step;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) throws IOException {
        Contents contents = contents();
        ImportRun.Order order = contents.order();
        days = new DayByDay(SalesFile.open(ImportsSettings.folder().resolve(order.storedAs())));
        for (int piece = 0; piece < order.pieceDone(); piece++) {
            Day day = days.next();
            if (day != null) {
                work.recall(contents, day);
            }
        }
    }

    @Override
    public @Nullable Object readItem() throws IOException {
        if (work.shallStop(contents().order().id())) {
            work.ended(contents().order().id(), State.PAUSED, null);
            step.setExitStatus("PAUSED");
            return null;
        }
        return Objects.requireNonNull(days, "The reader was not opened.").next();
    }

    @Override
    public void close() throws IOException {
        if (days != null) {
            days.close();
        }
    }

    private Contents contents() {
        return (Contents) job.getTransientUserData();
    }
}
