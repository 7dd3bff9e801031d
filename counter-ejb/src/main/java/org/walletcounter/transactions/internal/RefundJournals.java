package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.HashedKeys;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Posting;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.checkout.Back;

/** Writes the journals of refunds: the payment's postings turned round, for as much as is given back. */
@Dependent
class RefundJournals {

    private final BookAccounts accounts;

    @Inject
    RefundJournals(BookAccounts accounts) {
        this.accounts = accounts;
    }

    /** The journal of a refund; of one without a payment in the books, it reverses nothing. */
    Journal of(Refund refund, Refund.Place place, List<Splitting.Share> shares, @Nullable Payment payment) {
        return of(refund, place, shares, payment, Back.Moves.NONE);
    }

    /** The same, with what comes back besides its money. Where that adds to the payment, it does not merely reverse it. */
    Journal of(
            Refund refund,
            Refund.Place place,
            List<Splitting.Share> shares,
            @Nullable Payment payment,
            Back.Moves moves) {
        Actor actor = place.actor();
        Journal.Facts facts = Journal.Facts.plain(refund.occurredAt(), refund.businessDay(), document(refund, payment))
                .claiming(claims(actor.merchantId(), refund.number()));
        UUID reversed = payment == null ? null : payment.journalId();
        return new Journal(
                refund.journalId(),
                "refund",
                new Journal.Scope(actor.merchantId(), place.storeId(), place.tillId(), actor.id(), refund.memberId()),
                reversed == null || !moves.plain() ? facts : facts.reversing(reversed),
                postings(refund, place, shares, moves));
    }

    /** The same journal, of a refund that calls its payment back as a whole: so do statements name it. */
    static Journal cancelling(Journal refund) {
        return new Journal(refund.id(), "cancellation", refund.scope(), refund.facts(), refund.postings());
    }

    private static List<Claim> claims(UUID merchantId, @Nullable String number) {
        return number == null
                ? List.of()
                : List.of(new Claim(
                        "refund",
                        merchantId + ":" + number,
                        HashedKeys.neighbourhood(number),
                        TransactionError.SALE_ALREADY_PAID));
    }

    private List<Posting> postings(Refund refund, Refund.Place place, List<Splitting.Share> shares, Back.Moves moves) {
        UUID merchant = place.actor().merchantId();
        List<Posting> postings = new ArrayList<>();
        AccountId revenue = accounts.revenue(merchant, place.storeId(), refund.currency());
        if (refund.amount() != moves.tax()) {
            postings.add(new Posting(revenue, moves.tax() - refund.amount()));
        }
        if (moves.tax() != 0) {
            AccountId tax = accounts.tax(merchant, place.storeId(), refund.currency());
            postings.add(new Posting(tax, -moves.tax()));
        }
        if (moves.funded() != 0) {
            AccountId reductions = accounts.reductions(merchant, place.storeId(), refund.currency());
            postings.add(new Posting(reductions, moves.funded()));
        }
        postings.addAll(moves.postings());
        for (Splitting.Share share : shares) {
            if (share.paid() != 0) {
                postings.add(new Posting(target(share, refund, place), share.paid()));
            }
            if (share.rounding() != 0) {
                AccountId rounding = accounts.rounding(merchant, place.storeId(), refund.currency());
                postings.add(new Posting(rounding, -share.rounding()));
            }
        }
        return postings;
    }

    private AccountId target(Splitting.Share share, Refund refund, Refund.Place place) {
        UUID merchant = place.actor().merchantId();
        return switch (share.kind()) {
            case WALLET -> wallet(share);
            case CASH -> accounts.cash(merchant, place.storeId(), place.drawer(), refund.currency());
            case HISTORICAL -> accounts.historical(merchant, place.storeId(), refund.currency());
        };
    }

    private static AccountId wallet(Splitting.Share share) {
        AccountId wallet = share.wallet();
        if (wallet == null) {
            throw new IllegalStateException("A wallet tender was kept without its wallet.");
        }
        return wallet;
    }

    private static String document(Refund refund, @Nullable Payment payment) {
        return payment == null
                ? "{\"refund\":\"" + refund.id() + "\"}"
                : "{\"refund\":\"" + refund.id() + "\",\"payment\":\"" + payment.id() + "\",\"sale\":\""
                        + payment.saleNumber() + "\"}";
    }
}
