package org.walletcounter.loyalty.internal.segments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.SegmentSnapshot;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.MerchantFacts;
import org.walletcounter.loyalty.internal.RuleLimits;
import org.walletcounter.members.Birthdays;

/** Segments on a database, without a container. Thread-safe. */
final class JdbcSegments {

    private static final int SAMPLE = 10;
    private static final int MOST_ITEMS = 1000;
    private static final int MOST_SNAPSHOTS = 50;
    private static final Duration GIVEN_UP = Duration.ofMinutes(2);

    private static final String SELECT = "SELECT s.*, (SELECT n.members FROM loyalty.segment_snapshot n"
            + " WHERE n.segment_id = s.id AND n.state = 'DONE' ORDER BY n.id DESC LIMIT 1) AS members"
            + " FROM loyalty.segment s";

    private final Db db;
    private final MerchantFacts facts;
    private final Birthdays birthdays;
    private final Clock clock;

    JdbcSegments(Db db, MerchantFacts facts, Birthdays birthdays, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.birthdays = birthdays;
        this.clock = clock;
    }

    List<Segment> all(UUID merchantId) {
        return db.list(JdbcSegments::read, SELECT + " WHERE s.merchant_id = ? ORDER BY s.code", merchantId);
    }

    Segment segment(UUID merchantId, UUID id) {
        return db.first(JdbcSegments::read, SELECT + " WHERE s.merchant_id = ? AND s.id = ?", merchantId, id)
                .orElseThrow(() -> new CounterException(LoyaltyError.NO_SUCH_SEGMENT));
    }

    Segment save(Actor actor, Segment segment) {
        RuleLimits.code("code", segment.code());
        RuleLimits.text("nameEn", segment.nameEn(), 1, RuleLimits.LONGEST_NAME);
        RuleLimits.text("nameZh", segment.nameZh(), 1, RuleLimits.LONGEST_NAME);
        ConditionRules.require(segment.all());
        UUID id = segment.id();
        if (id == null) {
            return segment(actor.merchantId(), make(actor, segment));
        }
        int changed = db.change(
                "UPDATE loyalty.segment SET name_en = ?, name_zh = ?, conditions = ?, version = version + 1, author = ?,"
                        + " set_at = ? WHERE id = ? AND merchant_id = ?",
                segment.nameEn(),
                segment.nameZh(),
                ConditionJson.write(segment.all()),
                actor.id(),
                clock.instant(),
                id,
                actor.merchantId());
        if (changed == 0) {
            throw new CounterException(LoyaltyError.NO_SUCH_SEGMENT);
        }
        return segment(actor.merchantId(), id);
    }

    private UUID make(Actor actor, Segment segment) {
        UUID id = Ids.next(clock);
        int made = db.change(
                "INSERT INTO loyalty.segment (id, merchant_id, code, name_en, name_zh, conditions, version, author,"
                        + " set_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (merchant_id, code) DO NOTHING",
                id,
                actor.merchantId(),
                segment.code(),
                segment.nameEn(),
                segment.nameZh(),
                ConditionJson.write(segment.all()),
                actor.id(),
                clock.instant());
        if (made == 0) {
            throw CounterException.at("code", LoyaltyError.CODE_TAKEN, segment.code());
        }
        return id;
    }

    Segment.Size preview(UUID merchantId, List<List<Segment.Condition>> conditions) {
        ConditionRules.require(conditions);
        Selection selection = selection(merchantId, conditions);
        long all = db.number(
                "SELECT count(*) FROM members.member WHERE merchant_id = ? AND state <> 'CLOSED'", merchantId);
        return db.first(
                        row -> readSize(row, all),
                        "WITH selected AS MATERIALIZED (" + selection.sql() + ")"
                                + " SELECT (SELECT count(*) FROM selected) AS members,"
                                + " ARRAY(SELECT id FROM selected ORDER BY id LIMIT " + SAMPLE + ") AS sample",
                        selection.values())
                .orElseThrow();
    }

    /** In order. Must be called within a transaction, as there may be as many as the merchant has members. */
    List<UUID> select(UUID merchantId, List<List<Segment.Condition>> conditions) {
        Selection selection = selection(merchantId, conditions);
        List<UUID> members = new ArrayList<>();
        db.each(row -> Db.id(row, "id"), members::add, selection.sql() + " ORDER BY id", selection.values());
        return members;
    }

    private Selection selection(UUID merchantId, List<List<Segment.Condition>> conditions) {
        LocalDate today = facts.day(merchantId, clock.instant());
        return new Selection(merchantId, facts.zone(merchantId), today, conditions, birthdays::bornOn);
    }

    SegmentSnapshot refresh(Actor actor, UUID segmentId) {
        Segment segment = segment(actor.merchantId(), segmentId);
        UUID id = Ids.next(clock);
        db.change(
                "INSERT INTO loyalty.segment_snapshot (id, segment_id, version, conditions, asked_by, asked_at,"
                        + " touched_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                segmentId,
                segment.version(),
                ConditionJson.write(segment.all()),
                actor.id(),
                clock.instant(),
                clock.instant());
        return db.first(JdbcSegments::readSnapshot, "SELECT * FROM loyalty.segment_snapshot WHERE id = ?", id)
                .orElseThrow();
    }

    List<SegmentSnapshot> snapshots(UUID merchantId, UUID segmentId) {
        segment(merchantId, segmentId);
        return db.list(
                JdbcSegments::readSnapshot,
                "SELECT * FROM loyalty.segment_snapshot WHERE segment_id = ? ORDER BY id DESC LIMIT ?",
                segmentId,
                MOST_SNAPSHOTS);
    }

    Page<UUID> members(UUID merchantId, UUID snapshotId, @Nullable String after, int limit) {
        RuleLimits.between("limit", limit, 1, MOST_ITEMS);
        UUID from = cursor(after);
        requireSnapshot(merchantId, snapshotId);
        List<UUID> members = db.list(
                row -> row.getObject(1, UUID.class),
                "SELECT m.member_id FROM loyalty.segment_member m JOIN loyalty.segment_snapshot n ON n.id = m.snapshot_id"
                        + " JOIN loyalty.segment s ON s.id = n.segment_id WHERE n.id = ? AND s.merchant_id = ?"
                        + " AND (?::uuid IS NULL OR m.member_id > ?::uuid) ORDER BY m.member_id LIMIT ?",
                snapshotId,
                merchantId,
                from,
                from,
                limit);
        return new Page<>(
                members, members.size() < limit ? null : members.get(limit - 1).toString());
    }

    private void requireSnapshot(UUID merchantId, UUID snapshotId) {
        long there = db.number(
                "SELECT count(*) FROM loyalty.segment_snapshot n JOIN loyalty.segment s ON s.id = n.segment_id"
                        + " WHERE n.id = ? AND s.merchant_id = ?",
                snapshotId,
                merchantId);
        if (there == 0) {
            throw new CounterException(LoyaltyError.NO_SUCH_SEGMENT);
        }
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }

    List<String> codesOf(UUID merchantId, UUID memberId) {
        return db.list(
                row -> row.getString(1),
                "SELECT s.code FROM loyalty.segment s JOIN LATERAL (SELECT id FROM loyalty.segment_snapshot"
                        + " WHERE segment_id = s.id AND state = 'DONE' ORDER BY id DESC LIMIT 1) n ON true"
                        + " JOIN loyalty.segment_member m ON m.snapshot_id = n.id AND m.member_id = ?"
                        + " WHERE s.merchant_id = ? ORDER BY 1",
                memberId,
                merchantId);
    }

    /** Takes the oldest snapshot that waits, or that somebody has given up, and starts it anew. */
    Optional<SnapshotSteps.Work> take() {
        Optional<SnapshotSteps.Work> task = db.first(
                row -> new SnapshotSteps.Work(Db.id(row, "id"), Db.id(row, "merchant_id"), row.getString("conditions")),
                "SELECT n.id, n.conditions, s.merchant_id FROM loyalty.segment_snapshot n"
                        + " JOIN loyalty.segment s ON s.id = n.segment_id WHERE n.state = 'WAITING'"
                        + " OR (n.state = 'RUNNING' AND n.touched_at < ?) ORDER BY n.id LIMIT 1"
                        + " FOR NO KEY UPDATE OF n SKIP LOCKED",
                clock.instant().minus(GIVEN_UP));
        task.ifPresent(taken -> {
            db.change("DELETE FROM loyalty.segment_member WHERE snapshot_id = ?", taken.id());
            db.change(
                    "UPDATE loyalty.segment_snapshot SET state = 'RUNNING', touched_at = ?, written = 0 WHERE id = ?",
                    clock.instant(),
                    taken.id());
        });
        return task;
    }

    List<UUID> select(SnapshotSteps.Work task) {
        List<UUID> members = select(task.merchantId(), ConditionJson.read(task.conditions()));
        db.change(
                "UPDATE loyalty.segment_snapshot SET members = ?, touched_at = ? WHERE id = ?",
                members.size(),
                clock.instant(),
                task.id());
        return members;
    }

    void write(SnapshotSteps.Work task, List<UUID> members) {
        db.change(
                "INSERT INTO loyalty.segment_member (snapshot_id, member_id) SELECT ?, unnest(?)", task.id(), members);
        db.change(
                "UPDATE loyalty.segment_snapshot SET written = written + ?, touched_at = ? WHERE id = ?",
                members.size(),
                clock.instant(),
                task.id());
    }

    void end(SnapshotSteps.Work task, SegmentSnapshot.State state) {
        db.change(
                "UPDATE loyalty.segment_snapshot SET state = ?, done_at = ? WHERE id = ?",
                state,
                clock.instant(),
                task.id());
    }

    private static Segment read(ResultSet row) throws SQLException {
        return new Segment(
                Db.id(row, "id"),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_zh"),
                ConditionJson.read(row.getString("conditions")),
                row.getInt("version"),
                row.getObject("members", Integer.class));
    }

    private static Segment.Size readSize(ResultSet row, long all) throws SQLException {
        UUID[] sample = (UUID[]) row.getArray("sample").getArray();
        return new Segment.Size(row.getInt("members"), (int) all, List.of(sample));
    }

    private static SegmentSnapshot readSnapshot(ResultSet row) throws SQLException {
        return new SegmentSnapshot(
                Db.id(row, "id"),
                Db.id(row, "segment_id"),
                row.getInt("version"),
                SegmentSnapshot.State.valueOf(row.getString("state")),
                Db.moment(row, "asked_at"),
                Db.momentOrNull(row, "done_at"),
                row.getInt("members"),
                row.getInt("written"));
    }
}
