package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Deletes the files of sales history that nobody needs any more and that were left behind when a server was killed: they name
 * customers, and nothing reads them again.
 */
@Dependent
class ForgettingFiles {

    /** A file lies in the folder before its run is noted, on another server that shares the folder too. */
    private static final Duration YOUNG = Duration.ofDays(1);

    private final ImportRuns runs;
    private final KeptFiles files;
    private final Clock clock;

    @Inject
    ForgettingFiles(ImportRuns runs, KeptFiles files, Clock clock) {
        this.runs = runs;
        this.files = files;
        this.clock = clock;
    }

    /** Deletes those of imports that are completed or never began. How many there were. */
    int leftBehind(Path folder) {
        List<Path> old = files.keptBefore(folder, clock.instant().minus(YOUNG));
        if (old.isEmpty()) {
            return 0;
        }
        Set<String> needed = runs.filesNeeded();
        return (int) old.stream()
                .filter(file -> !needed.contains(file.getFileName().toString()))
                .filter(files::drop)
                .count();
    }
}
