package org.walletcounter.imports.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.imports.Imports;
import org.walletcounter.imports.ListedLine;
import org.walletcounter.imports.Reconciliation;
import org.walletcounter.imports.internal.file.FileSurvey;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;

/** The imports' door. A file is read through and kept before the door answers; the batch job does the rest. */
@Stateless
@RolesAllowed({"manager", "administrator", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportsBean implements Imports {

    static final String JOB = "import-history";

    @Inject
    ImportRuns runs;

    @Inject
    ListedLines listedLines;

    @Inject
    Reconciling reconciling;

    @Inject
    KeptFiles files;

    @Inject
    Merchants merchants;

    @Inject
    Clock clock;

    @Override
    public ImportView start(Actor actor, UUID storeId, String fileName, InputStream content) {
        merchants.store(actor, storeId);
        UUID id = Ids.next(clock);
        Path kept = files.keep(id, content);
        ImportView view;
        boolean begun = false;
        try {
            FileSurvey survey = files.survey(kept);
            ImportRun.Received received = new ImportRun.Received(
                    actor.merchantId(),
                    storeId,
                    KeptFiles.shown(fileName),
                    kept.getFileName().toString(),
                    survey.figures().lines(),
                    actor.name());
            view = runs.begin(id, received, actor);
            begun = true;
        } finally {
            if (!begun) { // refused or failed, out of memory too: nobody would ask for the file again
                files.drop(kept);
            }
        }
        ImportsLog.LOG.begins(id, view.file(), (int) view.linesTotal());
        work(id);
        return view;
    }

    @Override
    public ImportView pause(Actor actor, UUID importId) {
        return runs.pause(actor, importId);
    }

    @Override
    public ImportView resume(Actor actor, UUID importId) {
        ThisServer here = new ThisServer(ImportsSettings.node(), ImportsSettings.folder());
        ImportView view = runs.resume(actor, importId, here);
        work(importId);
        return view;
    }

    @Override
    public ImportView status(Actor actor, UUID importId) {
        return runs.view(actor, importId);
    }

    @Override
    public List<ImportView> all(Actor actor) {
        return runs.all(actor);
    }

    @Override
    public Page<ListedLine> listed(
            Actor actor, UUID importId, @Nullable String reason, @Nullable String after, int limit) {
        status(actor, importId);
        return listedLines.page(importId, reason, after, limit);
    }

    @Override
    public Reconciliation reconcile(Actor actor, UUID importId) {
        status(actor, importId);
        MerchantView merchant = merchants.merchant(actor.merchantId());
        return reconciling.reconcile(importId, merchant);
    }

    private void work(UUID id) {
        Properties parameters = new Properties();
        parameters.setProperty("run", id.toString());
        try {
            BatchRuntime.getJobOperator().start(JOB, parameters);
        } catch (BatchRuntimeException notStarted) {
            ImportsLog.LOG.brokeOff(id, notStarted);
            runs.end(id, State.FAILED, String.valueOf(notStarted.getMessage()));
            throw notStarted;
        }
    }
}
