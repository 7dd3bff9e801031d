package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.transactions.HistoricalSale;
import org.walletcounter.transactions.SalesHistory.Recorded;
import org.walletcounter.transactions.SalesHistory.Result;
import org.walletcounter.transactions.TransactionError;

/**
 * Books sales of the past. Each is handed to the ledger under the claim of its sale number, so a sale that is there
 * already, from whatever hand, is not booked again. Nobody is told of it: there is no customer waiting for a receipt.
 */
@Dependent
class RecordingSales {

    private final Ledger ledger;
    private final BookAccounts accounts;
    private final Clock clock;

    @Inject
    RecordingSales(Ledger ledger, BookAccounts accounts, Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
    }

    List<Recorded> record(Actor system, List<HistoricalSale> sales) {
        List<Waiting> waiting = new ArrayList<>(sales.size());
        for (HistoricalSale sale : sales) {
            UUID paymentId = Ids.next(clock);
            waiting.add(new Waiting(sale, paymentId, ledger.submit(submission(system, sale, paymentId))));
        }
        return waiting.stream().map(RecordingSales::recorded).toList();
    }

    private Submission submission(Actor system, HistoricalSale sale, UUID paymentId) {
        Journal journal = journal(system, sale, paymentId);
        Companion companion = outcome -> outcome instanceof Outcome.Posted
                ? PaymentRows.of(
                        PaymentsOfThePast.view(system, sale, paymentId, journal.id()),
                        system,
                        new PaymentRows.Secrets(ReceiptToken.newKey(), null))
                : List.of();
        return new Submission(journal, null, companion);
    }

    private Journal journal(Actor system, HistoricalSale sale, UUID paymentId) {
        UUID merchant = system.merchantId();
        Money amount = sale.amount();
        List<Posting> postings = List.of(
                new Posting(accounts.historical(merchant, sale.storeId(), amount.currency()), -amount.minor()),
                new Posting(accounts.revenue(merchant, sale.storeId(), amount.currency()), amount.minor()));
        Journal.Facts facts = Journal.Facts.plain(
                        sale.occurredAt(), sale.businessDay(), PaymentJournals.document(paymentId, sale.saleNumber()))
                .claiming(List.of(PaymentJournals.saleClaim(merchant, sale.saleNumber())));
        Journal.Scope scope = new Journal.Scope(merchant, sale.storeId(), null, system.id(), sale.memberId());
        return new Journal(Ids.next(clock), "payment", scope, facts, postings);
    }

    private static Recorded recorded(Waiting waiting) {
        Outcome outcome = outcome(waiting);
        if (outcome instanceof Outcome.Refused refused) {
            if (refused.error() != TransactionError.SALE_ALREADY_PAID) {
                throw new CounterException(refused.error(), refused.arguments().toArray());
            }
            return new Recorded(waiting.sale.saleNumber(), Result.ALREADY_THERE, null);
        }
        return new Recorded(waiting.sale.saleNumber(), Result.BOOKED, waiting.paymentId);
    }

    private static Outcome outcome(Waiting waiting) {
        try {
            return waiting.outcome.toCompletableFuture().join();
        } catch (CompletionException lost) {
            throw new CounterException(TransactionError.OUTCOME_UNKNOWN);
        }
    }

    private record Waiting(HistoricalSale sale, UUID paymentId, CompletionStage<Outcome> outcome) {}
}
