package org.walletcounter.loyalty.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.Adjustment;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.Programme;

/** Corrections of points: one person asks, another decides, and only then something moves. */
final class Adjusting {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 200;
    private static final long MOST = 1_000_000;
    private static final int MOST_ITEMS = 200;

    private final Db db;
    private final Programmes programmes;
    private final Standings standings;
    private final Lots lots;
    private final Upkeep upkeep;
    private final MerchantFacts facts;
    private final Clock clock;
    private final Consumer<PrivilegedAct> acts;

    Adjusting(Returning.Tools tools, MerchantFacts facts, Clock clock, Consumer<PrivilegedAct> acts) {
        this.db = tools.db();
        this.programmes = tools.programmes();
        this.standings = tools.standings();
        this.lots = tools.lots();
        this.upkeep = tools.upkeep();
        this.facts = facts;
        this.clock = clock;
        this.acts = acts;
    }

    Adjustment ask(Actor actor, Adjustment.Wish wish) {
        programmes.one(actor.merchantId(), wish.programmeId());
        ProgrammeRules.between("points", wish.points(), -MOST, MOST);
        if (wish.points() == 0 && wish.extendTo() == null) {
            throw CounterException.at("points", LoyaltyError.RULE_INVALID, "points", 1, MOST);
        }
        String reason = wish.reason().strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw CounterException.at("reason", LoyaltyError.REASON_MISSING);
        }
        standings.warm(actor.merchantId(), wish.programmeId(), wish.memberId());
        UUID id = Ids.next(clock);
        db.change(
                "INSERT INTO loyalty.adjustment (id, merchant_id, programme_id, member_id, points, extend_to, reason,"
                        + " asked_by, asked_name, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                actor.merchantId(),
                wish.programmeId(),
                wish.memberId(),
                wish.points(),
                wish.extendTo(),
                reason,
                actor.id(),
                actor.name(),
                clock.instant());
        acts.accept(new PrivilegedAct(actor, "points.adjustment-asked", "adjustment:" + id, said(wish)));
        return one(actor, id, "");
    }

    Adjustment decide(Actor actor, UUID id, boolean approve) {
        Adjustment asked = one(actor, id, " FOR NO KEY UPDATE");
        if (asked.state() != Adjustment.State.OPEN) {
            throw new CounterException(LoyaltyError.ALREADY_DECIDED);
        }
        String askedBy = db.first(row -> row.getString(1), "SELECT asked_by FROM loyalty.adjustment WHERE id = ?", id)
                .orElseThrow();
        if (askedBy.equals(actor.id())) {
            throw new CounterException(LoyaltyError.SECOND_PERSON_NEEDED);
        }
        UUID journal = approve ? carryOut(actor, asked.wish()) : null;
        db.change(
                "UPDATE loyalty.adjustment SET state = ?, decided_by = ?, decided_name = ?, decided_at = ?,"
                        + " journal_id = ? WHERE id = ?",
                approve ? Adjustment.State.APPROVED : Adjustment.State.DECLINED,
                actor.id(),
                actor.name(),
                clock.instant(),
                journal,
                id);
        String act = approve ? "points.adjusted" : "points.adjustment-declined";
        acts.accept(new PrivilegedAct(actor, act, "adjustment:" + id, said(asked.wish())));
        return one(actor, id, "");
    }

    private @Nullable UUID carryOut(Actor actor, Adjustment.Wish wish) {
        Standing standing = upkeep.tidy(wish.programmeId(), wish.memberId());
        LocalDate until = wish.extendTo();
        if (until != null) {
            lots.extend(standing, Lifetimes.endOf(until, facts.zone(actor.merchantId())));
        }
        if (wish.points() == 0) {
            return null;
        }
        return wish.points() > 0 ? give(actor, standing, wish) : take(actor, standing, wish);
    }

    private UUID give(Actor actor, Standing standing, Adjustment.Wish wish) {
        return give(actor, standing, "points-adjusted", wish.points());
    }

    private UUID give(Actor actor, Standing standing, String kind, long points) {
        AccountId issued = standings.house(standing, "points-issued");
        UUID journal = upkeep.post(
                standing,
                kind,
                List.of(new Posting(issued, -points), new Posting(standing.points(), points)),
                actor.id());
        Programme programme = programmes.one(actor.merchantId(), standing.programmeId());
        ZoneId zone = facts.zone(actor.merchantId());
        Instant expires = Lifetimes.expires(programme, clock.instant(), zone);
        lots.add(standing, new Lots.Change(journal, "ADJUSTMENT", null), points, expires);
        return journal;
    }

    /** Points that somebody has won, in the first of the programmes that are active. */
    void award(Actor actor, UUID memberId, long points) {
        UUID programme = programmes.of(actor.merchantId()).stream()
                .filter(Programme::active)
                .map(Programme::id)
                .findFirst()
                .orElseThrow(() -> new CounterException(LoyaltyError.NO_SUCH_PROGRAMME));
        standings.warm(actor.merchantId(), programme, memberId);
        give(actor, upkeep.tidy(programme, memberId), "points-won", points);
    }

    private UUID take(Actor actor, Standing standing, Adjustment.Wish wish) {
        long points = -wish.points();
        long available = upkeep.view(standing.points()).available();
        if (points > available) {
            throw CounterException.at("points", LoyaltyError.NOT_ENOUGH_POINTS, available);
        }
        AccountId issued = standings.house(standing, "points-issued");
        UUID journal = upkeep.post(
                standing,
                "points-adjusted",
                List.of(new Posting(standing.points(), -points), new Posting(issued, points)),
                actor.id());
        UUID spend = lots.spend(standing, new Lots.Change(journal, "ADJUSTMENT", null), points);
        lots.take(spend, lots.matured(standing), points);
        return journal;
    }

    Page<Adjustment> list(Actor actor, boolean openOnly, @Nullable String after, int limit) {
        ProgrammeRules.between("limit", limit, 1, MOST_ITEMS);
        List<Adjustment> items = db.list(
                Adjusting::read,
                "SELECT * FROM loyalty.adjustment WHERE merchant_id = ? AND (NOT ? OR state = 'OPEN')"
                        + " AND (?::uuid IS NULL OR id < ?::uuid) ORDER BY id DESC LIMIT ?",
                actor.merchantId(),
                openOnly,
                cursor(after),
                cursor(after),
                limit);
        return new Page<>(
                items,
                items.size() < limit ? null : items.get(items.size() - 1).id().toString());
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }

    private Adjustment one(Actor actor, UUID id, String lock) {
        return db.first(
                        Adjusting::read,
                        "SELECT * FROM loyalty.adjustment WHERE id = ? AND merchant_id = ?" + lock,
                        id,
                        actor.merchantId())
                .orElseThrow(() -> new CounterException(LoyaltyError.NO_SUCH_REQUEST));
    }

    private static Adjustment read(ResultSet row) throws SQLException {
        return new Adjustment(
                Db.id(row, "id"),
                new Adjustment.Wish(
                        Db.id(row, "member_id"),
                        Db.id(row, "programme_id"),
                        row.getLong("points"),
                        row.getObject("extend_to", LocalDate.class),
                        Objects.requireNonNull(row.getString("reason"))),
                Adjustment.State.valueOf(row.getString("state")),
                row.getString("asked_name"),
                Db.moment(row, "asked_at"),
                row.getString("decided_name"),
                Db.momentOrNull(row, "decided_at"));
    }

    private static String said(Adjustment.Wish wish) {
        return wish.points() + " points" + (wish.extendTo() == null ? "" : ", extended to " + wish.extendTo());
    }
}
