package org.walletcounter.loyalty.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;

/** The lots of members and what is taken from them. All changes happen under the member's lock. */
final class Lots {

    private final Db db;
    private final Clock clock;

    Lots(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A spend that stands in the books and has not been taken from lots yet. */
    record Unfolded(UUID id, long points) {}

    /** What stands beside a change of lots. */
    record Change(UUID journalId, String kind, @Nullable String reference) {}

    /** What is left of matured lots, the first to be spent first. */
    List<Lot> matured(Standing standing) {
        return sorted(db.list(
                Lot::read,
                "SELECT * FROM loyalty.lot WHERE member_id = ? AND programme_id = ? AND NOT pending AND left_over > 0",
                standing.memberId(),
                standing.programmeId()));
    }

    List<Lot> pending(Standing standing) {
        return sorted(db.list(
                Lot::read,
                "SELECT * FROM loyalty.lot WHERE member_id = ? AND programme_id = ? AND pending",
                standing.memberId(),
                standing.programmeId()));
    }

    List<Lot> owing(Standing standing) {
        return db.list(
                Lot::read,
                "SELECT * FROM loyalty.lot WHERE member_id = ? AND programme_id = ? AND owed > 0 ORDER BY id",
                standing.memberId(),
                standing.programmeId());
    }

    /** What a sale earned in a programme. */
    List<Lot> ofJournal(Standing standing, UUID journalId) {
        return db.list(
                Lot::read,
                "SELECT * FROM loyalty.lot WHERE journal_id = ? AND member_id = ? AND programme_id = ?"
                        + " AND source = 'PURCHASE' ORDER BY id",
                journalId,
                standing.memberId(),
                standing.programmeId());
    }

    /**
     * Takes back points of a lot that had lapsed unused, up to so many: they have not lapsed then, they were never there.
     * Gives how many.
     */
    long unlapse(Standing standing, Lot lot, Change change, long most) {
        long open = most;
        for (Lapsed lapsed : lapsed(lot)) {
            long part = Math.min(open, lapsed.points());
            if (part > 0) {
                db.change(
                        "UPDATE loyalty.taking SET restored = restored + ? WHERE spend_id = ? AND lot_id = ?",
                        part,
                        lapsed.spend(),
                        lot.id());
                db.change("UPDATE loyalty.spend SET returned = returned + ? WHERE id = ?", part, lapsed.spend());
                open -= part;
            }
        }
        long undone = most - open;
        if (undone > 0) {
            db.change("UPDATE loyalty.lot SET left_over = left_over + ? WHERE id = ?", undone, lot.id());
            takeFrom(spend(standing, change, undone), lot, undone);
        }
        return undone;
    }

    private record Lapsed(UUID spend, long points) {}

    private List<Lapsed> lapsed(Lot lot) {
        return db.list(
                row -> new Lapsed(Db.id(row, "spend_id"), row.getLong("points")),
                "SELECT t.spend_id, t.points - t.restored AS points FROM loyalty.taking t"
                        + " JOIN loyalty.spend s ON s.id = t.spend_id WHERE t.lot_id = ? AND s.kind = 'EXPIRY'",
                lot.id());
    }

    private static List<Lot> sorted(List<Lot> lots) {
        List<Lot> sorted = new ArrayList<>(lots);
        sorted.sort(Lot.FIRST_TO_LAPSE);
        return sorted;
    }

    List<Unfolded> unfolded(Standing standing) {
        return db.list(
                row -> new Unfolded(Db.id(row, "id"), row.getLong("points")),
                "SELECT id, points FROM loyalty.spend WHERE member_id = ? AND programme_id = ? AND NOT folded ORDER BY id",
                standing.memberId(),
                standing.programmeId());
    }

    void mature(List<Lot> lots) {
        db.change(
                "UPDATE loyalty.lot SET pending = false WHERE id = ANY (?)",
                lots.stream().map(Lot::id).toList());
    }

    /** Writes down a spend that is taken from lots now. */
    UUID spend(Standing standing, Change change, long points) {
        UUID id = Ids.next(clock);
        db.change(
                "INSERT INTO loyalty.spend (id, programme_id, member_id, journal_id, kind, points, reference, made_at,"
                        + " folded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, true)",
                id,
                standing.programmeId(),
                standing.memberId(),
                change.journalId(),
                change.kind(),
                points,
                change.reference(),
                clock.instant());
        return id;
    }

    void folded(UUID spendId) {
        db.change("UPDATE loyalty.spend SET folded = true WHERE id = ?", spendId);
    }

    /** Takes points from lots in their order and gives what is left of the lots. */
    List<Lot> take(UUID spendId, List<Lot> lots, long points) {
        List<Lot> after = new ArrayList<>();
        long open = points;
        for (Lot lot : lots) {
            long taken = Math.min(open, lot.left());
            if (taken > 0) {
                takeFrom(spendId, lot, taken);
                open -= taken;
            }
            if (lot.left() > taken) {
                after.add(lot.without(taken));
            }
        }
        if (open > 0) {
            throw new IllegalStateException("Spend " + spendId + " takes " + open + " points more than all lots have.");
        }
        return after;
    }

    void takeFrom(UUID spendId, Lot lot, long points) {
        db.change("UPDATE loyalty.lot SET left_over = left_over - ? WHERE id = ?", points, lot.id());
        db.change("INSERT INTO loyalty.taking (spend_id, lot_id, points) VALUES (?, ?, ?)", spendId, lot.id(), points);
    }

    void clawed(Lot lot, long points, long owed) {
        db.change("UPDATE loyalty.lot SET clawed = clawed + ?, owed = owed + ? WHERE id = ?", points, owed, lot.id());
    }

    void settled(Lot lot, long points) {
        db.change("UPDATE loyalty.lot SET owed = owed - ? WHERE id = ?", points, lot.id());
    }

    /** A lot that can be spent at once. */
    void add(Standing standing, Change change, long points, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        db.change(
                "INSERT INTO loyalty.lot (id, programme_id, member_id, journal_id, source, earned, left_over, pending,"
                        + " matures_at, expires_at, reference, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?)",
                Ids.next(clock),
                standing.programmeId(),
                standing.memberId(),
                change.journalId(),
                change.kind(),
                points,
                points,
                now,
                expiresAt,
                change.reference(),
                now);
    }

    /** Lets all that is left live to a moment at least. */
    int extend(Standing standing, Instant until) {
        return db.change(
                "UPDATE loyalty.lot SET expires_at = ? WHERE member_id = ? AND programme_id = ? AND left_over > 0"
                        + " AND expires_at < ?",
                until,
                standing.memberId(),
                standing.programmeId(),
                until);
    }

    /** The same lots, the last to be spent first. */
    static List<Lot> reversed(List<Lot> lots) {
        List<Lot> reversed = new ArrayList<>(lots);
        Collections.reverse(reversed);
        return reversed;
    }
}
