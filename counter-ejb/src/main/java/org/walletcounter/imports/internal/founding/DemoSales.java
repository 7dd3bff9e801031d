package org.walletcounter.imports.internal.founding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.Imports;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.StoreView;

/** Imports the sales that ship with the application, by the same door as any other file. */
@Dependent
class DemoSales {

    private static final long LONGEST_MINUTES = 30;

    private final Imports imports;
    private final ImportEndings endings;

    @Inject
    DemoSales(Imports imports, ImportEndings endings) {
        this.imports = imports;
        this.endings = endings;
    }

    /** Starts the import, or goes on with the one that was broken off, and waits for its end. */
    void bring(Actor administrator, StoreView store) throws IOException, InterruptedException {
        List<ImportView> known = imports.all(administrator);
        ImportView view = known.isEmpty() ? begin(administrator, store) : known.get(known.size() - 1);
        if (view.state() == ImportView.State.FAILED || view.state() == ImportView.State.PAUSED) {
            view = imports.resume(administrator, view.id());
        }
        view = ended(administrator, view);
        if (view.state() != ImportView.State.COMPLETED) {
            throw new IllegalStateException("The demo's sales could not be imported: " + view.problem());
        }
    }

    /** It may have ended before anybody waits for it: so first the wait, then the look. */
    private ImportView ended(Actor administrator, ImportView begun) throws InterruptedException {
        Future<ImportView.State> ending = endings.of(begun.id());
        if (imports.status(administrator, begun.id()).state() == ImportView.State.RUNNING) {
            try {
                ending.get(LONGEST_MINUTES, TimeUnit.MINUTES);
            } catch (ExecutionException | TimeoutException | CancellationException never) {
                throw new IllegalStateException("The import of the demo's sales does not end.", never);
            }
        }
        return imports.status(administrator, begun.id());
    }

    private ImportView begin(Actor administrator, StoreView store) throws IOException {
        try (InputStream slice = Objects.requireNonNull(
                DemoMerchantBean.class.getResourceAsStream(Demo.SLICE), "The demo's sales are missing from the jar.")) {
            return imports.start(administrator, store.id(), Demo.SLICE, slice);
        }
    }
}
