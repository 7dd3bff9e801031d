package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.Imports;
import org.walletcounter.imports.ListedLine;
import org.walletcounter.imports.Reconciliation;
import org.walletcounter.kernel.Page;

/** One import: the file's figures beside ours, and the lines that were not booked as they stand, with the reason. */
@Named("importView")
@RequestScoped
@AnswersRefusals
public class ImportPageView {

    private static final int LIMIT = 50;

    @Inject
    private Imports imports;

    @Inject
    private ConsoleSession console;

    private @Nullable UUID id;
    private @Nullable String reason;
    private Trail trail = Trail.START;
    private @Nullable ImportView status;
    private @Nullable Reconciliation reconciliation;
    private List<ListedLine> lines = List.of();

    /** Reads the import, its lines and, once it is done, the reconciliation. */
    public void load() {
        if (id != null) {
            status = imports.status(console.getActor(), id);
            Page<ListedLine> page = imports.listed(console.getActor(), id, reason, trail.cursor(), LIMIT);
            lines = page.items();
            trail = trail.leadingTo(page.after());
            reconciliation = status.endedAt() == null ? null : reconciled(id);
        }
    }

    /** Null for an import that was broken off before its file was read through. */
    private @Nullable Reconciliation reconciled(UUID id) {
        Reconciliation found = imports.reconcile(console.getActor(), id);
        return found.figures().isEmpty() ? null : found;
    }

    public @Nullable ImportView getStatus() {
        return status;
    }

    public @Nullable Reconciliation getReconciliation() {
        return reconciliation;
    }

    public List<ListedLine> getLines() {
        return lines;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** What narrows the list, as it goes on in an address. */
    public String getQuery() {
        return Address.of("id", id).and("reason", reason).text();
    }

    public Trail getPath() {
        return trail;
    }

    public String getTrail() {
        return trail.text();
    }

    public void setTrail(@Nullable String walked) {
        trail = Trail.of(walked);
    }
}
