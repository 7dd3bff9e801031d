package org.walletcounter.imports.internal.founding;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.Imports;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.StoreView;

/** Imports the sales that ship with the application, by the same door as any other file. */
@Dependent
class DemoSales {

    private static final long LOOK_EVERY_MILLIS = 100;

    private final Imports imports;

    @Inject
    DemoSales(Imports imports) {
        this.imports = imports;
    }

    /** Starts the import, or goes on with the one that was broken off, and waits for its end. */
    void bring(Actor administrator, StoreView store) throws IOException, InterruptedException {
        List<ImportView> known = imports.all(administrator);
        ImportView view = known.isEmpty() ? begin(administrator, store) : known.get(known.size() - 1);
        if (view.state() == ImportView.State.FAILED || view.state() == ImportView.State.PAUSED) {
            view = imports.resume(administrator, view.id());
        }
        while (view.state() == ImportView.State.RUNNING) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            view = imports.status(administrator, view.id());
        }
        if (view.state() != ImportView.State.COMPLETED) {
            throw new IllegalStateException("The demo's sales could not be imported: " + view.problem());
        }
    }

    private ImportView begin(Actor administrator, StoreView store) throws IOException {
        try (InputStream slice = Objects.requireNonNull(
                DemoMerchantBean.class.getResourceAsStream(Demo.SLICE), "The demo's sales are missing from the jar.")) {
            return imports.start(administrator, store.id(), Demo.SLICE, slice);
        }
    }
}
