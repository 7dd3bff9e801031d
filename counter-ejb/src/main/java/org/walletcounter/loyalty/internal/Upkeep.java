package org.walletcounter.loyalty.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;

/**
 * Brings a member's points up to date, under the member's lock: what was spent is taken from its lots, what has waited
 * long enough matures, a debt is settled, what is left of old lots lapses. In this order, so that a debt eats points before
 * time does. A payment may spend in the middle of it; then the ledger refuses, the transaction is undone, and it is tried
 * again.
 */
final class Upkeep {

    private final Ledger ledger;
    private final Standings standings;
    private final Lots lots;
    private final MerchantFacts facts;
    private final Clock clock;

    Upkeep(Ledger ledger, Standings standings, Lots lots, MerchantFacts facts, Clock clock) {
        this.ledger = ledger;
        this.standings = standings;
        this.lots = lots;
        this.facts = facts;
        this.clock = clock;
    }

    /** Locks the member and brings everything up to date. */
    Standing tidy(UUID programmeId, UUID memberId) {
        Standing standing = standings.locked(programmeId, memberId);
        fold(standing);
        mature(standing);
        if (standing.owing()) {
            settle(standing);
        }
        expire(standing);
        return standing;
    }

    /** Takes what was spent from the lots it comes from. */
    void fold(Standing standing) {
        List<Lots.Unfolded> spends = lots.unfolded(standing);
        if (spends.isEmpty()) {
            return;
        }
        List<Lot> left = lots.matured(standing);
        for (Lots.Unfolded spend : spends) {
            left = lots.take(spend.id(), left, spend.points());
            lots.folded(spend.id());
        }
    }

    private void mature(Standing standing) {
        Instant now = clock.instant();
        List<Lot> due = lots.pending(standing).stream()
                .filter(lot -> !lot.maturesAt().isAfter(now))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        List<Posting> postings = new ArrayList<>();
        for (Lot lot : due) {
            if (lot.left() > 0) {
                postings.add(new Posting(standing.pending(), -lot.left()));
                postings.add(new Posting(standing.points(), lot.left()));
            }
        }
        if (!postings.isEmpty()) {
            post(standing, "points-matured", postings);
        }
        lots.mature(due);
    }

    private void settle(Standing standing) {
        List<Lot> owing = lots.owing(standing);
        long owed = owing.stream().mapToLong(Lot::owed).sum();
        long paid = Math.min(owed, view(standing.points()).available());
        if (paid > 0) {
            UUID journal = post(
                    standing,
                    "points-settled",
                    List.of(new Posting(standing.points(), -paid), new Posting(standing.debt(), paid)));
            UUID spend = lots.spend(standing, new Lots.Change(journal, "SETTLEMENT", null), paid);
            lots.take(spend, ownLotsFirst(standing, owing), paid);
            long open = paid;
            for (Lot lot : owing) {
                long part = Math.min(open, lot.owed());
                if (part > 0) {
                    lots.settled(lot, part);
                }
                open -= part;
            }
        }
        if (paid == owed) {
            standings.owing(standing, false);
        }
    }

    /** What is left of the purchase that came back goes first. */
    private List<Lot> ownLotsFirst(Standing standing, List<Lot> owing) {
        List<UUID> own = owing.stream().map(Lot::id).toList();
        List<Lot> left = lots.matured(standing);
        left.sort(Comparator.comparing((Lot lot) -> !own.contains(lot.id())).thenComparing(Lot.FIRST_TO_LAPSE));
        return left;
    }

    private void expire(Standing standing) {
        Instant now = clock.instant();
        List<Lot> due =
                lots.matured(standing).stream().filter(lot -> lot.lapsedAt(now)).toList();
        long sum = due.stream().mapToLong(Lot::left).sum();
        if (sum == 0) {
            return;
        }
        AccountView account = view(standing.points());
        // What is held will be spent from the first lots, so it keeps them alive until the hold is resolved.
        long lapsing = Math.min(sum - account.held(), account.available());
        if (lapsing > 0) {
            UUID journal = post(
                    standing,
                    "points-expired",
                    List.of(
                            new Posting(standing.points(), -lapsing),
                            new Posting(standings.house(standing, "points-expired"), lapsing)));
            UUID spend = lots.spend(standing, new Lots.Change(journal, "EXPIRY", null), lapsing);
            lots.take(spend, Lots.reversed(due), lapsing);
        }
    }

    AccountView view(AccountId account) {
        return ledger.account(account)
                .orElseThrow(() -> new IllegalStateException("Account " + account + " is not there."));
    }

    /** Posts a journal of the points' own, outside any payment. */
    UUID post(Standing standing, String kind, List<Posting> postings) {
        return post(standing, kind, postings, "system");
    }

    UUID post(Standing standing, String kind, List<Posting> postings, String actor) {
        Instant now = clock.instant();
        UUID id = Ids.next(clock);
        ledger.post(new Journal(
                id,
                kind,
                new Journal.Scope(standing.merchantId(), null, null, actor, standing.memberId()),
                Journal.Facts.plain(
                        now,
                        facts.day(standing.merchantId(), now),
                        "{\"programme\":\"" + standing.programmeId() + "\"}"),
                postings));
        return id;
    }
}
