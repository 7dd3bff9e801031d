package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.walletcounter.kernel.Ids;

/**
 * The first half of a batch: claims the commands, locks what the journals touch and reads what they depend on, in one
 * round trip. Everything is locked in the order of its id, and commands before registers before accounts before reversed
 * journals before holds, so that writers wait for each other but never in a circle.
 */
final class SettingTheScene {

    private static final String CLAIM_COMMANDS = "INSERT INTO ledger.claim (id, journal_id)"
            + " SELECT id, journal_id FROM unnest(?, ?) AS t (id, journal_id) ORDER BY id"
            + " ON CONFLICT DO NOTHING RETURNING id";

    private static final String ACCOUNT =
            "id, merchant_id, unit, floor, frozen, cap_single, cap_daily, balance, held, out_day, out_today";

    private static final String LOCK_ACCOUNTS = "WITH touched AS MATERIALIZED (SELECT * FROM unnest(?) AS t (id)),"
            + " locked AS MATERIALIZED (SELECT " + ACCOUNT + " FROM ledger.account a"
            + " WHERE a.id = ANY (ARRAY(SELECT id FROM touched))"
            + " AND a.floor IS NOT NULL ORDER BY a.id FOR NO KEY UPDATE)"
            + " SELECT * FROM locked UNION ALL SELECT " + ACCOUNT + " FROM ledger.account a"
            + " WHERE a.id = ANY (ARRAY(SELECT id FROM touched EXCEPT SELECT id FROM locked)) AND a.floor IS NULL";

    /** The book is append-only, so what is locked is not the journal's row but its number. */
    private static final String LOCK_REVERSED = "SELECT pg_advisory_xact_lock(hashtextextended(id::text, 0))"
            + " FROM (SELECT id FROM unnest(?) AS t (id) ORDER BY id) AS reversed";

    private static final String REVERSED = "SELECT r.id, p.account_id, (sum(p.amount) FILTER"
            + " (WHERE p.journal_id = r.id))::int8 AS moved, sum(p.amount)::int8 AS still"
            + " FROM unnest(?) AS r (id) JOIN LATERAL (SELECT r.id AS journal_id"
            + " UNION ALL SELECT j.id FROM ledger.journal j WHERE j.reverses = r.id) AS story ON true"
            + " JOIN ledger.posting p ON p.journal_id = story.journal_id GROUP BY 1, 2";

    private static final String TAKEN_NAMES = "SELECT c.id FROM ledger.claim c WHERE c.id = ANY (?)";

    private static final String LOCK_HOLDS = "SELECT id, account_id, amount, expires_at, state FROM ledger.hold"
            + " WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";

    /**
     * The accounts are locked meanwhile, so it must cost what an account has moved lately, not what the book holds: from its
     * postings to each one's journal, never from the journals of a day, which no index finds (OFFSET and LIMIT hold PostgreSQL
     * to that order). The first id is a value, not reckoned here, so that older partitions are left out of the plan.
     */
    private static final String OUT_ON_PAST_DAYS = "SELECT account_id, business_day, sum(gone)::int8 AS gone FROM ("
            + " SELECT t.account_id, j.business_day, j.id, -sum(p.amount) AS gone"
            + " FROM unnest(?, ?) AS t (account_id, day)"
            + " CROSS JOIN LATERAL (SELECT journal_id, amount FROM ledger.posting"
            + " WHERE account_id = t.account_id AND journal_id >= ? OFFSET 0) AS p"
            + " CROSS JOIN LATERAL (SELECT id, business_day FROM ledger.journal"
            + " WHERE id = p.journal_id AND id >= ? AND NOT recovers LIMIT 1) AS j"
            + " WHERE j.business_day = t.day"
            + " GROUP BY 1, 2, 3) AS per_journal WHERE gone > 0 GROUP BY 1, 2";

    private final Clock clock;

    SettingTheScene(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads.
     *
     * @param names whether to look up who has used the names; else they are hoped to be free, and claiming them tells
     */
    Scene read(Connection connection, List<? extends Piece> pieces, boolean names) throws SQLException {
        Scene scene = new Scene(clock.instant());
        List<Entry> batch =
                pieces.stream().flatMap(piece -> piece.entries().stream()).toList();
        Pipeline pipeline = new Pipeline(connection);
        pipeline.add(CLAIM_COMMANDS, commands(batch), row -> scene.firstTime().add(row.getObject(1, UUID.class)));
        for (CompanionRows register : CompanionRows.registers(pieces)) {
            pipeline.add(
                    register.registration(),
                    register.rows(),
                    row -> scene.firstTime().add(row.getObject(1, UUID.class)));
        }
        pipeline.add(LOCK_ACCOUNTS, touched(batch), row -> {
            LockedAccount account = account(row);
            scene.accounts().put(account.terms().id(), account);
        });
        pipeline.add(LOCK_REVERSED, reversed(batch));
        pipeline.add(REVERSED, reversed(batch), row -> readReversible(row, scene));
        if (names) {
            pipeline.add(
                    TAKEN_NAMES,
                    ids(batch.stream().flatMap(e -> e.claims().keySet().stream())),
                    row -> scene.taken().add(row.getObject(1, UUID.class)));
        }
        pipeline.add(LOCK_HOLDS, ids(batch.stream().flatMap(e -> e.journal().facts().confirms().stream())), row -> {
            LockedHold hold = hold(row);
            scene.holds().put(hold.id(), hold);
        });
        pipeline.run();
        readPastDays(connection, batch, scene);
        return scene;
    }

    private static void readPastDays(Connection connection, List<Entry> batch, Scene scene) throws SQLException {
        List<PastDay> wanted = new ArrayList<>();
        for (Entry entry : batch) {
            LocalDate day = entry.journal().facts().businessDay();
            for (Map.Entry<Long, Long> net : entry.nets().entrySet()) {
                LockedAccount account = scene.accounts().get(net.getKey());
                if (net.getValue() < 0 && account != null && needsPastDay(account, day)) {
                    account.knowOutOn(day, 0);
                    wanted.add(new PastDay(net.getKey(), day));
                }
            }
        }
        readPastDays(connection, wanted, scene.accounts());
    }

    private static void readPastDays(Connection connection, List<PastDay> wanted, Map<Long, LockedAccount> accounts)
            throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        Rows rows = new Rows("int8", "date");
        wanted.forEach(past -> rows.add(past.account, past.day));
        UUID first = firstId(wanted);
        Pipeline pipeline = new Pipeline(connection);
        pipeline.add(OUT_ON_PAST_DAYS, rows, List.of(first, first), row -> {
            LockedAccount account = accounts.get(row.getLong("account_id"));
            if (account != null) {
                account.knowOutOn(row.getObject("business_day", LocalDate.class), row.getLong("gone"));
            }
        });
        pipeline.run();
    }

    /**
     * The lowest id that a journal of these days can have: nothing is recorded before the day before it counts for, whatever
     * the merchant's zone, so older partitions need no look. There is no highest one: a tap may come weeks after its day.
     */
    private static UUID firstId(List<PastDay> wanted) {
        LocalDate earliest =
                wanted.stream().map(PastDay::day).min(LocalDate::compareTo).orElseThrow();
        Instant before = earliest.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Ids.floor(before.isBefore(Instant.EPOCH) ? Instant.EPOCH : before);
    }

    /** A day of which must be known what left an account on it. */
    private record PastDay(long account, LocalDate day) {}

    /** Looks up what has left a locked account on a day, if its cap depends on it and its row does not say so. */
    static void readPastDay(Connection connection, LockedAccount account, LocalDate day) throws SQLException {
        if (needsPastDay(account, day)) {
            long id = account.terms().id();
            account.knowOutOn(day, 0);
            readPastDays(connection, List.of(new PastDay(id, day)), Map.of(id, account));
        }
    }

    private static boolean needsPastDay(LockedAccount account, LocalDate day) {
        return account.caps().daily() != null && account.outOn(day) == null;
    }

    private static Rows commands(List<Entry> batch) {
        Map<UUID, UUID> first = new TreeMap<>();
        for (Entry entry : batch) {
            UUID command = entry.command();
            if (command != null) {
                first.putIfAbsent(command, entry.journal().id());
            }
        }
        Rows rows = new Rows("uuid", "uuid");
        first.forEach(rows::add);
        return rows;
    }

    private static Rows touched(List<Entry> batch) {
        TreeSet<Long> accounts = new TreeSet<>();
        batch.forEach(entry -> accounts.addAll(entry.nets().keySet()));
        Rows rows = new Rows("int8");
        accounts.forEach(rows::add);
        return rows;
    }

    private static Rows reversed(List<Entry> batch) {
        return ids(
                batch.stream().map(entry -> entry.journal().facts().reverses()).filter(Objects::nonNull));
    }

    private static void readReversible(ResultSet row, Scene scene) throws SQLException {
        Long moved = row.getObject("moved", Long.class);
        if (moved != null && moved != 0) {
            scene.reversible()
                    .computeIfAbsent(row.getObject("id", UUID.class), id -> new HashMap<>())
                    .put(row.getLong("account_id"), new Scene.Reversible(moved, row.getLong("still")));
        }
    }

    private static Rows ids(Stream<UUID> ids) {
        Rows rows = new Rows("uuid");
        ids.distinct().forEach(rows::add);
        return rows;
    }

    static LockedAccount account(ResultSet row) throws SQLException {
        return new LockedAccount(
                new LockedAccount.Terms(
                        row.getLong("id"),
                        row.getObject("merchant_id", UUID.class),
                        row.getString("unit"),
                        row.getObject("floor", Long.class),
                        row.getBoolean("frozen")),
                new LockedAccount.Caps(row.getObject("cap_single", Long.class), row.getObject("cap_daily", Long.class)),
                new LockedAccount.Standing(
                        row.getLong("balance"),
                        row.getLong("held"),
                        row.getObject("out_day", LocalDate.class),
                        row.getLong("out_today")));
    }

    private static LockedHold hold(ResultSet row) throws SQLException {
        return new LockedHold(
                row.getObject("id", UUID.class),
                row.getLong("account_id"),
                row.getLong("amount"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("state").equals("OPEN"));
    }
}
