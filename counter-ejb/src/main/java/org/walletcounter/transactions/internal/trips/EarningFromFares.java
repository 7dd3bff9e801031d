package org.walletcounter.transactions.internal.trips;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.GroupCommits;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.EarningPoints;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.merchants.Directory;

/**
 * Gives the points of days that are over, each day of a member as one purchase: many at once through the group commit, each
 * once, because its journal claims the day's id. Called outside any transaction.
 */
@Dependent
class EarningFromFares {

    private static final String CATEGORY = "Fares";

    private final TripRows rows;
    private final EarningPoints earning;
    private final GroupCommits ledger;
    private final Directory directory;
    private final Clock clock;

    @Inject
    EarningFromFares(TripRows rows, EarningPoints earning, GroupCommits ledger, Directory directory, Clock clock) {
        this.rows = rows;
        this.earning = earning;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    /** Closes days that are over, and gives the points of up to so many; says whether there may be more. */
    boolean some(int most) {
        for (UUID merchant : rows.merchants()) {
            rows.close(merchant, directory.businessDay(merchant, clock.instant()), most);
        }
        List<FareDay> days = rows.closed(most);
        List<Handed> handed = new ArrayList<>();
        days.forEach(day -> handed.add(handIn(day)));
        handed.forEach(this::settle);
        return days.size() == most;
    }

    /** A day at the ledger; no stage where it earns nothing. */
    private record Handed(FareDay day, @Nullable CompletionStage<Outcome> outcome) {}

    private Handed handIn(FareDay day) {
        Actor system = Actor.system(day.merchantId());
        UUID id = Ids.next(clock);
        PointsPart part = earning.earn(system, sale(day, id));
        if (part.postings().isEmpty()) {
            return new Handed(day, null);
        }
        Journal.Facts facts = Journal.Facts.plain(
                        clock.instant(),
                        directory.businessDay(day.merchantId(), clock.instant()),
                        "{\"day\":\"" + day.day() + "\",\"taps\":" + day.taps() + "}")
                .claiming(List.of(new Claim("fares", day.id().toString(), KernelError.CHANGED_MEANWHILE)));
        Journal journal = new Journal(
                id,
                "points-for-fares",
                new Journal.Scope(day.merchantId(), null, null, system.id(), day.memberId()),
                facts,
                part.postings());
        return new Handed(
                day,
                ledger.submit(new Submission(
                        journal, null, decided -> decided instanceof Outcome.Posted ? part.rows() : List.of())));
    }

    private static EarnRequest sale(FareDay day, UUID journal) {
        return new EarnRequest(
                day.memberId(),
                journal,
                "FARES-" + day.day(),
                day.latest(),
                day.day(),
                List.of(new EarnRequest.Line(
                        1, CATEGORY, day.taps(), day.fares().minor())),
                day.byPoints().minor());
    }

    /** What another node has done meanwhile is refused by its claim, and done all the same. */
    private void settle(Handed handed) {
        if (handed.outcome() != null
                && GroupCommits.await(handed.outcome()) instanceof Outcome.Refused refused
                && refused.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
            throw new CounterException(refused.error(), refused.arguments().toArray());
        }
        rows.earned(handed.day());
    }
}
