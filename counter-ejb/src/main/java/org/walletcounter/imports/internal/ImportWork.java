package org.walletcounter.imports.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.imports.internal.file.Day;

/** What the steps of the batch job have done for them, as the system. Needs no transaction and joins none. */
public interface ImportWork {

    /** Reads the file through and gathers what the other steps need. */
    Contents open(UUID runId);

    /** Takes the file's stock codes into the catalogue. */
    void addProducts(Contents contents);

    /** Makes members of the file's customers. */
    void addMembers(Contents contents);

    /** Books a day and moves the checkpoint behind it. */
    void book(Contents contents, Day day);

    /** Takes note of a day that was booked by an earlier attempt. */
    void recall(Contents contents, Day day);

    /** Whether to stop now. */
    boolean shallStop(UUID runId);

    /** Reconciles the file with the books and says in the log whether everything is explained. */
    void reconcile(Contents contents);

    /** Notes how the work ended, and deletes the file once nobody can go on with it. */
    void ended(UUID runId, State how, @Nullable Exception cause);
}
