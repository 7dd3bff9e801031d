package org.walletcounter.imports.internal;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** As the application starts, marks the imports it was at work on when it stopped as failed, so that they can be resumed. */
@Singleton
@Startup
@DependsOn("Migrating")
public class FindingBrokenRuns {

    @Inject
    ImportRuns runs;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void find() {
        int found = runs.breakOff(ImportsSettings.node(), "The server stopped. Resume the import.");
        if (found > 0) {
            ImportsLog.LOG.foundBrokenOff(found);
        }
    }
}
