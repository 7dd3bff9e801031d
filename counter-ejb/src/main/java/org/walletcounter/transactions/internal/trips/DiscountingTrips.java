package org.walletcounter.transactions.internal.trips;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion.Row;
import org.walletcounter.ledger.GroupCommits;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.SpendRequest;
import org.walletcounter.merchants.Directory;
import org.walletcounter.transactions.TripPoints.Use;

/**
 * Lets points pay a part of a trip: their worth comes back into the wallet, from the programme's funding, as much as the
 * programme lets points pay of a sale. Once for a tap, and once for a wish that is for one trip: the journal claims both.
 * Called outside any transaction.
 */
@Dependent
class DiscountingTrips {

    private final TripRows rows;
    private final Points points;
    private final GroupCommits ledger;
    private final Directory directory;
    private final Clock clock;

    @Inject
    DiscountingTrips(TripRows rows, Points points, GroupCommits ledger, Directory directory, Clock clock) {
        this.rows = rows;
        this.points = points;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Looks at a trip, once.
     *
     * @throws CounterException when it is not known what became of it: look again
     */
    void look(Due due) {
        rows.wish(due.merchantId(), due.memberId())
                .filter(wish -> !due.at().isBefore(wish.since()))
                .ifPresent(wish -> best(due).ifPresent(offer -> pay(due, wish, offer)));
        rows.done(due);
    }

    /** What gives most; nothing where there are too few points, or the programme lets them pay nothing of it. */
    private Optional<PointsOffer> best(Due due) {
        return points.offers(Actor.system(due.merchantId()), due.memberId(), due.fare()).stream()
                .filter(offer -> offer.most() > 0)
                .max(Comparator.comparingLong(offer -> offer.worth().minor()));
    }

    private void pay(Due due, Wish wish, PointsOffer offer) {
        UUID journal = Ids.next(clock);
        PointsPart part;
        try {
            part = points.spend(Actor.system(due.merchantId()), request(due, offer, journal));
        } catch (CounterException changed) {
            if (changed.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
                throw changed;
            }
            return; // spent elsewhere since we looked
        }
        Outcome outcome = GroupCommits.await(ledger.submit(new Submission(
                journal(due, wish, journal, part),
                null,
                decided -> decided instanceof Outcome.Posted ? rows(due, offer, journal, part) : List.of())));
        if (outcome instanceof Outcome.Refused refused && refused.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
            throw new CounterException(refused.error(), refused.arguments().toArray());
        }
    }

    private SpendRequest request(Due due, PointsOffer offer, UUID journal) {
        return new SpendRequest(
                due.memberId(),
                offer.programmeId(),
                journal,
                "TRIP-" + due.tapId(),
                clock.instant(),
                directory.businessDay(due.merchantId(), clock.instant()),
                offer.most(),
                due.fare(),
                null);
    }

    private Journal journal(Due due, Wish wish, UUID id, PointsPart part) {
        List<Posting> postings = new ArrayList<>(part.postings());
        postings.add(new Posting(due.wallet(), part.minor()));
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("trip-discount", due.tapId().toString(), KernelError.CHANGED_MEANWHILE));
        if (wish.use() == Use.NEXT) {
            claims.add(new Claim("trip-wish", wish.id().toString(), KernelError.CHANGED_MEANWHILE));
        }
        Journal.Facts facts = Journal.Facts.plain(
                clock.instant(),
                directory.businessDay(due.merchantId(), clock.instant()),
                "{\"tap\":\"" + due.tapId() + "\"}");
        return new Journal(
                id,
                "trip-discount",
                new Journal.Scope(
                        due.merchantId(),
                        due.storeId(),
                        null,
                        Actor.system(due.merchantId()).id(),
                        due.memberId()),
                facts.claiming(claims),
                postings);
    }

    private static List<Row> rows(Due due, PointsOffer offer, UUID journal, PointsPart part) {
        List<Row> rows = new ArrayList<>(part.rows());
        rows.add(TripRows.discount(due, offer.programmeId(), journal, part));
        return rows;
    }
}
