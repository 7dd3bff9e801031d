package org.walletcounter.imports.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.imports.Reconciliation;
import org.walletcounter.imports.internal.file.Day;
import org.walletcounter.imports.internal.file.FileSurvey;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;

/** The work behind the batch job's steps. */
@Stateless
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWorkBean implements ImportWork {

    @Inject
    ImportRuns runs;

    @Inject
    ImportNotes notes;

    @Inject
    Reconciling reconciling;

    @Inject
    Merchants merchants;

    @Inject
    TakingOver takingOver;

    @Inject
    BookingDays days;

    @Inject
    KeptFiles files;

    @Override
    public Contents open(UUID runId) {
        ImportRun.Order order = runs.order(runId);
        MerchantView merchant = merchants.merchant(order.merchantId());
        try {
            FileSurvey survey = FileSurvey.of(ImportsSettings.folder().resolve(order.storedAs()));
            notes.figures(runId, survey);
            return new Contents(order, merchant, survey, notes.taken(runId));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + order.storedAs() + " cannot be read any more.", unreadable);
        }
    }

    @Override
    public void addProducts(Contents contents) {
        takingOver.products(contents);
    }

    @Override
    public void addMembers(Contents contents) {
        takingOver.customers(contents);
    }

    @Override
    public void book(Contents contents, Day day) {
        days.book(contents, day);
    }

    @Override
    public void recall(Contents contents, Day day) {
        days.recall(contents, day);
    }

    @Override
    public boolean shallStop(UUID runId) {
        return runs.shallStop(runId);
    }

    @Override
    public void reconcile(Contents contents) {
        Reconciliation result = reconciling.reconcile(contents.order().id(), contents.merchant());
        ImportsLog.LOG.reconciled(
                contents.order().id(),
                result.explained()
                        ? "everything is explained"
                        : "NOT everything is explained; look at it in the console");
    }

    @Override
    public void ended(UUID runId, State how, @Nullable Exception cause) {
        if (cause != null) {
            ImportsLog.LOG.brokeOff(runId, cause);
        }
        runs.end(runId, how, cause == null ? null : reason(cause))
                .ifPresent(file -> files.drop(ImportsSettings.folder().resolve(file)));
    }

    private static String reason(Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
