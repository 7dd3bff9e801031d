package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Posting;

/**
 * The second half of a batch: writes down what was decided, with one statement per table and all of them in one round
 * trip.
 */
final class Booking {

    private static final String CLAIM_NAMES = "INSERT INTO ledger.claim (id, journal_id)"
            + " SELECT id, journal_id FROM unnest(?, ?) AS t (id, journal_id) ORDER BY id"
            + " ON CONFLICT DO NOTHING RETURNING id";

    private static final String JOURNALS =
            "INSERT INTO ledger.journal (id, kind, merchant_id, store_id, till_id, actor,"
                    + " member_id, occurred_at, business_day, claims, confirms, reverses, recovers, document, hash, command)"
                    + " SELECT id, kind, merchant_id, store_id, till_id, actor, member_id, occurred_at, business_day,"
                    + " claims::text[], confirms::uuid[], reverses, recovers, document::json, hash, command"
                    + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS t (id, kind, merchant_id, store_id, till_id,"
                    + " actor, member_id, occurred_at, business_day, claims, confirms, reverses, recovers, document, hash, command)";

    private static final List<String> COLUMNS = List.of(
            "uuid",
            "text",
            "uuid",
            "uuid",
            "uuid",
            "text",
            "uuid",
            "timestamptz",
            "date",
            "text",
            "text",
            "uuid",
            "bool",
            "text",
            "bytea",
            "uuid");

    private static final String POSTINGS =
            "INSERT INTO ledger.posting (journal_id, line, account_id, amount)" + " SELECT * FROM unnest(?, ?, ?, ?)";

    private static final String BALANCES = "UPDATE ledger.account a"
            + " SET balance = t.balance, held = t.held, out_day = t.out_day, out_today = t.out_today"
            + " FROM unnest(?, ?, ?, ?, ?) AS t (id, balance, held, out_day, out_today) WHERE a.id = t.id";

    private static final String TAIL = "INSERT INTO ledger.tail (account_id, amount) SELECT * FROM unnest(?, ?)";

    private static final String HOLDS = "UPDATE ledger.hold h SET state = 'CONFIRMED', confirmed = t.confirmed,"
            + " journal_id = t.journal_id, resolved_at = t.resolved_at"
            + " FROM unnest(?, ?, ?, ?) AS t (id, confirmed, journal_id, resolved_at) WHERE h.id = t.id";

    private final Scene scene;
    private final List<Entry> accepted;
    private final Set<UUID> claimed = new HashSet<>();

    Booking(Scene scene, List<? extends Piece> batch) {
        this.scene = scene;
        this.accepted = batch.stream().flatMap(piece -> piece.booked().stream()).toList();
    }

    /**
     * Writes.
     *
     * @throws NameTaken when somebody else used one of the names since they were looked up
     */
    void write(Connection connection, Collection<CompanionRows> companions) throws SQLException {
        Pipeline pipeline = new Pipeline(connection);
        pipeline.add(CLAIM_NAMES, names(), row -> claimed.add(row.getObject(1, UUID.class)));
        pipeline.add(JOURNALS, journals());
        pipeline.add(POSTINGS, postings());
        pipeline.add(BALANCES, balances());
        pipeline.add(TAIL, tail());
        pipeline.add(HOLDS, holds());
        for (CompanionRows rows : companions) {
            pipeline.add(rows.statement(), rows.rows());
        }
        pipeline.run();
        for (Entry entry : accepted) {
            for (Map.Entry<UUID, Claim> claim : entry.claims().entrySet()) {
                if (!claimed.contains(claim.getKey())) {
                    throw new NameTaken(claim.getValue());
                }
            }
        }
    }

    /** A name was free when it was looked up and taken when it was claimed. */
    static final class NameTaken extends CounterException {

        private static final long serialVersionUID = 1L;

        NameTaken(Claim claim) {
            super(claim.whenTaken(), claim.name());
        }
    }

    private Rows names() {
        Map<UUID, UUID> names = new TreeMap<>();
        for (Entry entry : accepted) {
            entry.claims()
                    .keySet()
                    .forEach(claim -> names.put(claim, entry.journal().id()));
        }
        Rows rows = new Rows("uuid", "uuid");
        names.forEach(rows::add);
        return rows;
    }

    private Rows journals() {
        Rows rows = new Rows(COLUMNS);
        for (Entry entry : accepted) {
            Journal journal = entry.journal();
            Journal.Scope scope = journal.scope();
            Journal.Facts facts = journal.facts();
            rows.add(
                    journal.id(),
                    journal.kind(),
                    scope.merchantId(),
                    scope.storeId(),
                    scope.tillId(),
                    scope.actor(),
                    scope.memberId(),
                    JournalBytes.kept(facts.occurredAt()),
                    facts.businessDay(),
                    names(facts.claims()),
                    facts.confirms().isEmpty() ? "{}" : literal(facts.confirms()),
                    facts.reverses(),
                    facts.recovers(),
                    facts.document(),
                    entry.hash(),
                    entry.command());
        }
        return rows;
    }

    private Rows postings() {
        Rows rows = new Rows("uuid", "int2", "int8", "int8");
        for (Entry entry : accepted) {
            int line = 0;
            for (Posting posting : entry.journal().postings()) {
                rows.add(entry.journal().id(), ++line, posting.account().value(), posting.amount());
            }
        }
        return rows;
    }

    private Rows balances() {
        Rows rows = new Rows("int8", "int8", "int8", "date", "int8");
        for (LockedAccount account : scene.accounts().values()) {
            if (account.changed()) {
                rows.add(account.terms().id(), account.balance(), account.held(), account.outDay(), account.outToday());
            }
        }
        return rows;
    }

    private Rows tail() {
        Map<Long, Long> sums = new TreeMap<>();
        for (Entry entry : accepted) {
            entry.nets().forEach((id, net) -> {
                LockedAccount account = scene.accounts().get(id);
                if (account != null && !account.constrained()) {
                    sums.merge(id, net, Math::addExact);
                }
            });
        }
        Rows rows = new Rows("int8", "int8");
        sums.forEach(rows::add);
        return rows;
    }

    private Rows holds() {
        Rows rows = new Rows("uuid", "int8", "uuid", "timestamptz");
        for (LockedHold hold : scene.holds().values()) {
            if (hold.journal() != null) {
                rows.add(hold.id(), hold.confirmed(), hold.journal(), scene.now());
            }
        }
        return rows;
    }

    private static String names(List<Claim> claims) {
        StringJoiner literal = new StringJoiner(",", "{", "}");
        for (Claim claim : claims) {
            literal.add(quoted(claim.scope())).add(quoted(claim.name()));
        }
        return literal.toString();
    }

    private static String literal(List<UUID> ids) {
        StringJoiner literal = new StringJoiner(",", "{", "}");
        ids.forEach(id -> literal.add(id.toString()));
        return literal.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
