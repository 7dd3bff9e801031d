package org.walletcounter.imports;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;

/**
 * The door to the import of sales history (Jakarta Batch behind it). The same file imported twice books nothing twice.
 * Refuses with {@link ImportError}. Administrators and managers. Thread-safe.
 */
public interface Imports {

    /**
     * Takes a file in (plain or gzipped CSV with the columns of the Online Retail set) and starts to import it into the
     * store, in the background.
     */
    ImportView start(Actor actor, UUID storeId, String fileName, InputStream content);

    /** Stops after the piece in hand. */
    ImportView pause(Actor actor, UUID importId);

    /** Goes on where it stopped or was broken off. */
    ImportView resume(Actor actor, UUID importId);

    /** An import as it stands. */
    ImportView status(Actor actor, UUID importId);

    /** All imports of the merchant that the actor may see, newest first; who is bound to a store sees those into it. */
    List<ImportView> all(Actor actor);

    /** The lines that were not booked as they stand, in the file's order. */
    Page<ListedLine> listed(Actor actor, UUID importId, @Nullable String reason, @Nullable String after, int limit);

    /** The file's figures beside ours. */
    Reconciliation reconcile(Actor actor, UUID importId);
}
