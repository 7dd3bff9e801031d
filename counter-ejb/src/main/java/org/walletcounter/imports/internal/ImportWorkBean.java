package org.walletcounter.imports.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.imports.Reconciliation;
import org.walletcounter.imports.internal.file.Day;
import org.walletcounter.imports.internal.file.FileSurvey;
import org.walletcounter.imports.internal.file.Judging;
import org.walletcounter.imports.internal.file.StockCodes;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.members.MemberIntake;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.orders.CatalogueIntake;
import org.walletcounter.transactions.SalesHistory;

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
    CatalogueIntake catalogue;

    @Inject
    MemberIntake members;

    @Inject
    SalesHistory history;

    @Inject
    NewProducts newProducts;

    private final StockCodes codes = new StockCodes();

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
        contents.products(catalogue.addMissing(system(contents), newProducts.of(contents)));
    }

    @Override
    public void addMembers(Contents contents) {
        List<MemberIntake.Known> customers = contents.survey().customers().stream()
                .map(number -> new MemberIntake.Known(number, "Customer " + number, "en"))
                .toList();
        Map<String, UUID> known = members.takeOver(system(contents), customers);
        contents.members(known);
        notes.customers(contents.order().id(), known);
    }

    @Override
    public void book(Contents contents, Day day) {
        Map<String, ImportNotes.Claim> claims = notes.claim(contents.order(), day.invoices());
        DayOutcome outcome = new BookingDay(contents, judging(contents), history, claims).book(day);
        notes.settle(contents.order(), outcome);
    }

    @Override
    public void recall(Contents contents, Day day) {
        new BookingDay(contents, judging(contents), history, Map.of()).recall(day);
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
        runs.end(runId, how, cause == null ? null : reason(cause));
    }

    private Judging judging(Contents contents) {
        return new Judging(codes, Money.zero(contents.merchant().currency()).decimals());
    }

    private static Actor system(Contents contents) {
        return Actor.system(contents.order().merchantId());
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
