package org.walletcounter.imports.internal;

import jakarta.annotation.PostConstruct;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Marks imports that nobody is at work on any more as failed, so that they can be resumed: as the application starts those it
 * was at work on when it stopped, and each minute those that were left behind meanwhile, here or on a server that has gone.
 * As the application starts, files go that nobody can go on with.
 */
@Singleton
@Startup
@DependsOn("Migrating")
public class FindingBrokenRuns {

    @Inject
    BreakingOff breaking;

    @Inject
    ForgettingFiles forgetting;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void find() {
        int found = breaking.ofStopped(ImportsSettings.node());
        if (found > 0) {
            ImportsLog.LOG.foundBrokenOff(found);
        }
        Path folder = ImportsSettings.folder();
        int files = forgetting.leftBehind(folder);
        if (files > 0) {
            ImportsLog.LOG.forgotten(files, folder.toString());
        }
    }

    @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void findForsaken() {
        try {
            int found = breaking.forsaken(ImportsSettings.node(), atWork());
            if (found > 0) {
                ImportsLog.LOG.foundForsaken(found);
            }
        } catch (RuntimeException failure) {
            ImportsLog.LOG.notLookedForForsaken(failure);
        }
    }

    private static Set<UUID> atWork() {
        JobOperator jobs = BatchRuntime.getJobOperator();
        try {
            return jobs.getRunningExecutions(ImportsBean.JOB).stream()
                    .map(execution ->
                            UUID.fromString(jobs.getParameters(execution).getProperty("run")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NoSuchJobException noneStartedYet) {
            return Set.of();
        }
    }
}
