package org.walletcounter.imports.internal.founding;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.walletcounter.kernel.CounterException;

/**
 * Looks, as the application has started, whether there is something to found. It works in the background: the counter is
 * ready for its users meanwhile, and the batch job of the demo's sales finds everything in place.
 */
@Singleton
@Startup
@DependsOn({"Migrating", "FindingBrokenRuns"})
public class Founding {

    private static final long SOON_MILLIS = 50;

    @Inject
    DemoMerchant demo;

    @Inject
    Founder founder;

    @Inject
    Clock clock;

    @Resource
    TimerService timers;

    @PostConstruct
    void plan() {
        if (FoundingSettings.demo() || FoundingSettings.bootstrapFile().isPresent()) {
            timers.createSingleActionTimer(SOON_MILLIS, new TimerConfig("founding", false));
        }
    }

    @Timeout
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void found() {
        if (FoundingSettings.demo()) {
            makeDemo();
        } else {
            FoundingSettings.bootstrapFile().ifPresent(this::bootstrap);
        }
    }

    private void makeDemo() {
        try {
            demo.make();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            FoundingLog.LOG.demoFailed(failed);
        }
    }

    /** A file that has served is gone, so it is missed only while there is no merchant. */
    private void bootstrap(Path file) {
        boolean there = Files.exists(file); // seen first: whoever deletes it has founded the merchant by then
        try {
            if (founder.nothingThere()) {
                Bootstrap wanted = Bootstrap.read(file, clock);
                founder.found(wanted.merchant(), wanted.store(), wanted.till(), wanted.administrator());
                Files.delete(file);
                FoundingLog.LOG.founded(
                        wanted.merchant().code(), wanted.administrator().username(), file.toString());
            } else if (there) {
                FoundingLog.LOG.notNeeded(file.toString());
            }
        } catch (IllegalArgumentException unusable) {
            if (!there || isStillWanted(file)) {
                FoundingLog.LOG.notFounded(file.toString(), String.valueOf(unusable.getMessage()));
            }
        } catch (CounterException refused) {
            FoundingLog.LOG.notFounded(file.toString(), "It was refused (" + refused.getMessage() + ").");
        } catch (IOException notDeleted) {
            FoundingLog.LOG.notDeleted(file.toString(), notDeleted);
        }
    }

    /** Else another server, which starts too, has founded the merchant with it just now. */
    private boolean isStillWanted(Path file) {
        return Files.exists(file) || founder.nothingThere();
    }
}
