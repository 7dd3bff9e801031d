package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.members.Members;

/**
 * Claims cash-back that was paid out when its goods come back: from the member's wallet, into which the refund has gone by then,
 * as far as it reaches. The wallet's caps are not asked: what was the house's is no spending. The rest is a debt in an account of
 * the member's own; the next cash-back pays it first.
 */
@Dependent
public class ClaimingBack {

    private final Ledger ledger;
    private final Members members;
    private final Clock clock;

    @Inject
    ClaimingBack(Ledger ledger, Members members, Clock clock) {
        this.ledger = ledger;
        this.members = members;
        this.clock = clock;
    }

    /**
     * What is claimed.
     *
     * @param minor how much
     */
    public record Claim(UUID memberId, UUID storeId, UUID paymentId, String currency, long minor, LocalDate day) {}

    /** What became of it: both together are the claim. */
    public record Claimed(long taken, long owed) {

        /** Nothing was claimed. */
        public static final Claimed NOTHING = new Claimed(0, 0);
    }

    /** Claims it, in the caller's transaction. */
    public Claimed claim(Actor actor, Claim claim) {
        AccountView wallet = wallet(actor, claim);
        long there = wallet == null || wallet.frozen() ? 0 : Math.max(0, wallet.available());
        Claimed claimed = new Claimed(Math.min(claim.minor(), there), Math.max(0, claim.minor() - there));
        List<Posting> postings = new ArrayList<>();
        if (wallet != null && claimed.taken() > 0) {
            postings.add(new Posting(wallet.id(), -claimed.taken()));
        }
        if (claimed.owed() > 0) {
            postings.add(new Posting(
                    debts(ledger, actor.merchantId(), claim.memberId(), claim.currency()), -claimed.owed()));
        }
        postings.add(new Posting(funding(ledger, actor.merchantId(), claim.currency()), claim.minor()));
        Journal.Facts facts = Journal.Facts.plain(
                        clock.instant(), claim.day(), "{\"payment\":\"" + claim.paymentId() + "\"}")
                .recovering();
        ledger.post(new Journal(
                Ids.next(clock),
                "cash-back-claim",
                new Journal.Scope(actor.merchantId(), claim.storeId(), null, actor.id(), claim.memberId()),
                facts,
                postings));
        return claimed;
    }

    /** What a member owes of cash-back: below zero by it, free. */
    static AccountId debts(Ledger ledger, UUID merchantId, UUID memberId, String currency) {
        return ledger.open(AccountTerms.free(merchantId, "cash-back-claims", currency, "member:" + memberId));
    }

    /** What the house pays for cash-back. Promotions' funding is what came off prices, and reports prove it; this is not in it. */
    static AccountId funding(Ledger ledger, UUID merchantId, String currency) {
        return ledger.open(AccountTerms.free(merchantId, "cash-back-cost", currency, "merchant"));
    }

    /**
     * The wallet; none where the member has left. Asked beforehand: a refusal by their door would undo the whole refund.
     */
    private @Nullable AccountView wallet(Actor actor, Claim claim) {
        Actor house = Actor.system(actor.merchantId());
        if (members.known(house, Set.of(claim.memberId())).isEmpty()) {
            return null;
        }
        AccountId id = members.payer(house, claim.memberId(), claim.currency()).wallet();
        return ledger.account(id).orElse(null);
    }
}
