package org.walletcounter.loyalty.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Proportion;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.loyalty.PointsReturnRequest;
import org.walletcounter.loyalty.PointsReturnRequest.Line;
import org.walletcounter.loyalty.Programme;

/**
 * The inverse of a sale, for its refunds. What is to be taken back and given back in all follows from what has come back in
 * all; a refund does the difference to what earlier ones did. So the end is the same in whatever order and pieces things
 * come back, and when everything is back, everything is as it was.
 */
final class Returning {

    private final Db db;
    private final Programmes programmes;
    private final Standings standings;
    private final Lots lots;
    private final Upkeep upkeep;
    private final MerchantFacts facts;
    private final Clock clock;

    /** What a return is built of. */
    record Tools(Db db, Programmes programmes, Standings standings, Lots lots, Upkeep upkeep) {}

    Returning(Tools tools, MerchantFacts facts, Clock clock) {
        this.db = tools.db();
        this.programmes = tools.programmes();
        this.standings = tools.standings();
        this.lots = tools.lots();
        this.upkeep = tools.upkeep();
        this.facts = facts;
        this.clock = clock;
    }

    /** A spend and what has come back of it. */
    private record Spent(UUID id, long points, long returned, long minor, long minorBack) {
        static Spent read(ResultSet row) throws SQLException {
            return new Spent(
                    Db.id(row, "id"),
                    row.getLong("points"),
                    row.getLong("returned"),
                    row.getLong("minor"),
                    row.getLong("minor_back"));
        }
    }

    /** What a spend took from a lot, with the lot. */
    private record Taken(Lot lot, long open) {}

    PointsReturn giveBack(UUID merchantId, PointsReturnRequest request) {
        Sum sum = new Sum();
        for (UUID programmeId : programmesOf(request)) {
            Standing standing = standings.locked(programmeId, request.memberId());
            upkeep.fold(standing);
            for (Lot lot : lots.ofJournal(standing, request.paymentJournal())) {
                takeBack(standing, lot, request, sum);
            }
            for (Spent spent : spends(standing, request.paymentJournal())) {
                restore(merchantId, standing, spent, request, sum);
            }
        }
        return sum.asReturn();
    }

    private List<UUID> programmesOf(PointsReturnRequest request) {
        return db.list(
                row -> row.getObject(1, UUID.class),
                "SELECT programme_id FROM loyalty.lot WHERE journal_id = ? AND member_id = ? UNION"
                        + " SELECT programme_id FROM loyalty.spend WHERE journal_id = ? AND member_id = ? ORDER BY 1",
                request.paymentJournal(),
                request.memberId(),
                request.paymentJournal(),
                request.memberId());
    }

    private List<Spent> spends(Standing standing, UUID journalId) {
        return db.list(
                Spent::read,
                "SELECT * FROM loyalty.spend WHERE journal_id = ? AND programme_id = ? AND member_id = ?"
                        + " AND kind = 'EXCHANGE' ORDER BY id",
                journalId,
                standing.programmeId(),
                standing.memberId());
    }

    /** Points that wait leave their lot at once. Of matured ones, those that lapsed unused are nobody's debt. */
    private void takeBack(Standing standing, Lot lot, PointsReturnRequest request, Sum sum) {
        long taken = Math.max(0, lot.earned() - kept(lot, request.lines()) - lot.clawed());
        if (taken == 0) {
            return;
        }
        sum.taken += taken;
        sum.add(standings.house(standing, "points-issued"), taken);
        Lots.Change change = new Lots.Change(request.refundJournal(), "CLAWBACK", lot.reference());
        if (lot.pending()) {
            sum.add(standing.pending(), -taken);
            lots.takeFrom(lots.spend(standing, change, taken), lot, taken);
            lots.clawed(lot, taken, 0);
            return;
        }
        long lapsed = lots.unlapse(standing, lot, change, Math.max(0, taken - lot.left()));
        sum.add(standings.house(standing, "points-expired"), -lapsed);
        long owed = taken - lapsed;
        sum.owed += owed;
        sum.add(standing.debt(), -owed);
        lots.clawed(lot, taken, owed);
        if (owed > 0) {
            standings.owing(standing, true);
        }
    }

    /** How many of a lot's points the sale has still earned, with so much of it back. */
    static long kept(Lot lot, List<Line> back) {
        Map<Integer, Line> lines = back.stream().collect(Collectors.toMap(Line::line, line -> line));
        Line whole = lines.get(0);
        List<EarnedPoints.Share> shares = EarnedPoints.read(lot.trace());
        if (!shares.isEmpty() && shares.get(0).line() == 0) {
            boolean allBack = whole != null
                    ? whole.back() >= whole.of()
                    : shares.stream().skip(1).allMatch(share -> isBack(lines.get(share.line())));
            return allBack ? 0 : lot.earned();
        }
        if (whole != null) {
            return part(lot.earned(), whole.of() - whole.back(), whole.of());
        }
        long kept = 0;
        for (EarnedPoints.Share share : shares) {
            Line line = lines.get(share.line());
            kept += line == null ? share.points() : part(share.points(), line.of() - line.back(), line.of());
        }
        return kept;
    }

    private static boolean isBack(@Nullable Line line) {
        return line != null && line.back() >= line.of();
    }

    private static long part(long points, long left, long of) {
        return left <= 0 ? 0 : new Proportion(left, of).of(points);
    }

    private void restore(UUID merchantId, Standing standing, Spent spent, PointsReturnRequest request, Sum sum) {
        long minorBack = Math.min(spent.minor(), request.moneyOffBack()) - spent.minorBack();
        if (minorBack <= 0) {
            return;
        }
        long target = part(spent.points(), spent.minorBack() + minorBack, spent.minor());
        long points = target - spent.returned();
        sum.minor += minorBack;
        String currency = facts.currency(merchantId);
        sum.add(standings.funding(merchantId, standing.programmeId(), currency), minorBack);
        db.change(
                "UPDATE loyalty.spend SET returned = returned + ?, minor_back = minor_back + ? WHERE id = ?",
                points,
                minorBack,
                spent.id());
        if (points > 0) {
            sum.givenBack += points;
            sum.add(standing.points(), points);
            sum.add(standings.house(standing, "points-redeemed"), -points);
            Lots.Change change = new Lots.Change(request.refundJournal(), "RETURN", null);
            restoreLots(standing, change, spent.id(), points);
        }
    }

    /** What was taken last comes back first. What would have lapsed comes back as a new lot that lives a little longer. */
    void restoreLots(Standing standing, Lots.Change change, UUID spendId, long points) {
        Instant now = clock.instant();
        long open = points;
        long renewed = 0;
        for (Taken taken : takings(spendId)) {
            long part = Math.min(open, taken.open());
            if (part > 0) {
                boolean lapsed = taken.lot().lapsedAt(now);
                renewed += lapsed ? part : 0;
                putBack(spendId, taken.lot(), part, lapsed);
                open -= part;
            }
        }
        if (open > 0) {
            throw new IllegalStateException("Spend " + spendId + " took " + open + " points less than come back.");
        }
        if (renewed > 0) {
            Programme programme = programmes.one(standing.merchantId(), standing.programmeId());
            Instant until = Lifetimes.endOf(
                    facts.day(standing.merchantId(), now)
                            .plusDays(programme.lots().returnDays()),
                    facts.zone(standing.merchantId()));
            lots.add(standing, change, renewed, until);
        }
    }

    private void putBack(UUID spendId, Lot lot, long points, boolean lapsed) {
        String column = lapsed ? "renewed" : "restored";
        db.change(
                "UPDATE loyalty.taking SET " + column + " = " + column + " + ? WHERE spend_id = ? AND lot_id = ?",
                points,
                spendId,
                lot.id());
        if (!lapsed) {
            db.change("UPDATE loyalty.lot SET left_over = left_over + ? WHERE id = ?", points, lot.id());
        }
    }

    private List<Taken> takings(UUID spendId) {
        List<Taken> takings = db.list(
                row -> new Taken(Lot.read(row), row.getLong("open")),
                "SELECT l.*, t.points - t.restored - t.renewed AS open FROM loyalty.taking t"
                        + " JOIN loyalty.lot l ON l.id = t.lot_id WHERE t.spend_id = ?",
                spendId);
        List<Taken> sorted = new ArrayList<>(takings);
        sorted.sort((a, b) -> Lot.FIRST_TO_LAPSE.compare(b.lot(), a.lot()));
        return sorted;
    }

    /** What a return comes to, account by account. */
    private static final class Sum {
        private final Map<Long, Long> nets = new TreeMap<>();
        private long taken;
        private long owed;
        private long givenBack;
        private long minor;

        void add(AccountId account, long amount) {
            nets.merge(account.value(), amount, Math::addExact);
        }

        PointsReturn asReturn() {
            List<Posting> postings = new ArrayList<>();
            nets.forEach((account, amount) -> {
                if (amount != 0) {
                    postings.add(new Posting(new AccountId(account), amount));
                }
            });
            return new PointsReturn(postings, taken, owed, givenBack, minor);
        }
    }
}
