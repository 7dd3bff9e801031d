package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.HashedKeys;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Posting;
import org.walletcounter.members.Payer;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.checkout.Joined;

/** Writes the journal of a payment. Which accounts it moves, and why their signs are what they are, says the package. */
@Dependent
class PaymentJournals {

    private final BookAccounts accounts;

    @Inject
    PaymentJournals(BookAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The journal of an attempt. One whose payer is refused already has no postings: the ledger will refuse it too, and
     * so its key and its rows take the same way as those of any other.
     */
    Journal of(Attempt attempt) {
        Attempt.Head head = attempt.head();
        PaymentRequest request = attempt.request();
        Payer payer = attempt.customer().payer();
        boolean refused = attempt.customer().refusal() != null;
        Journal.Facts facts = Journal.Facts.plain(
                        head.occurredAt(), head.businessDay(), document(head.paymentId(), request.saleNumber()))
                .claiming(claims(head.actor().merchantId(), request.saleNumber(), payer, attempt.joined()))
                .confirming(attempt.joined().moves().confirms());
        return new Journal(
                head.journalId(),
                "payment",
                head.scope(request, payer),
                facts,
                refused ? List.of() : postings(head.actor().merchantId(), request, payer, attempt.joined()));
    }

    /** What a statement can say about it. */
    static String document(UUID paymentId, String saleNumber) {
        return "{\"payment\":\"" + paymentId + "\",\"sale\":\"" + saleNumber + "\"}";
    }

    static Claim saleClaim(UUID merchantId, String saleNumber) {
        return new Claim(
                "sale",
                merchantId + ":" + saleNumber,
                HashedKeys.neighbourhood(saleNumber),
                TransactionError.SALE_ALREADY_PAID);
    }

    private static List<Claim> claims(UUID merchantId, String saleNumber, @Nullable Payer payer, Joined joined) {
        List<Claim> claims = new ArrayList<>();
        claims.add(saleClaim(merchantId, saleNumber));
        if (payer != null && payer.claim() != null) {
            claims.add(payer.claim());
        }
        claims.addAll(joined.moves().claims());
        return claims;
    }

    private List<Posting> postings(UUID merchantId, PaymentRequest request, @Nullable Payer payer, Joined joined) {
        String currency = request.amount().currency();
        List<Posting> postings = new ArrayList<>();
        for (Tender tender : request.tenders()) {
            AccountId source = tender.kind() == TenderKind.WALLET
                    ? wallet(payer)
                    : accounts.cash(merchantId, request.storeId(), request.tillId(), currency);
            if (!tender.paid().isZero()) {
                postings.add(new Posting(source, -tender.paid().minor()));
            }
            if (tender.rounding() != 0) {
                AccountId rounding = accounts.rounding(merchantId, request.storeId(), currency);
                postings.add(new Posting(rounding, tender.rounding()));
            }
        }
        AccountId revenue = accounts.revenue(merchantId, request.storeId(), currency);
        long tax = joined.tax();
        if (request.amount().minor() != tax) {
            postings.add(new Posting(revenue, request.amount().minor() - tax));
        }
        if (tax != 0) {
            postings.add(new Posting(accounts.tax(merchantId, request.storeId(), currency), tax));
        }
        if (joined.funded() != 0) {
            postings.add(new Posting(accounts.reductions(merchantId, request.storeId(), currency), joined.funded()));
        }
        postings.addAll(joined.moves().postings());
        return postings;
    }

    private static AccountId wallet(@Nullable Payer payer) {
        if (payer == null) {
            throw CounterException.at("shown", TransactionError.NO_PAYER);
        }
        return payer.wallet();
    }
}
