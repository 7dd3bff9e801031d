package org.walletcounter.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.Imports;

/**
 * The imports of sales history, each with how far it has come. Files go up through the API. Kept with the page: a button in
 * a row is only heard when its row is there again as the click arrives.
 */
@Named("importsView")
@ViewScoped
@AnswersRefusals
public class ImportsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Imports imports;

    @Inject
    private ConsoleSession console;

    private transient List<ImportView> all = List.of();

    /** Reads the imports as they stand. */
    public void load() {
        all = imports.all(console.getActor());
    }

    /** Stops one after the piece in hand. */
    public void pause(UUID id) {
        imports.pause(console.getActor(), id);
    }

    /** Goes on with one. */
    public void resume(UUID id) {
        imports.resume(console.getActor(), id);
    }

    public List<ImportView> getAll() {
        return all;
    }

    /** Whether one is at work, so that the page must look again. */
    public boolean isBusy() {
        return all.stream().anyMatch(each -> each.state() == ImportView.State.RUNNING);
    }
}
