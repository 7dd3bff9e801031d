package org.walletcounter.loyalty.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Lease;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.Programme;

/** The programmes and the versions of their rules. Those in force are remembered for seconds on this node. */
final class Programmes {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final String SELECT = "SELECT p.*, t.* FROM loyalty.programme p JOIN LATERAL ("
            + " SELECT * FROM loyalty.programme_terms WHERE programme_id = p.id ORDER BY version DESC LIMIT 1) t ON true";

    private static final String INSERT_TERMS =
            "INSERT INTO loyalty.programme_terms (programme_id, version, author, set_at,"
                    + " basis, points, per_minor, multipliers, pending_days, expiry, expiry_days, return_days, exchange_points,"
                    + " exchange_minor, exchange_least, exchange_percent, exchange_cap, exchange_from, exchange_until)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Db db;
    private final Clock clock;
    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();

    Programmes(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** All of a merchant's, by code; a few seconds old at most. */
    List<Programme> of(UUID merchantId) {
        Remembered known = remembered.get(merchantId);
        if (known == null || !known.lease().holds(clock.instant())) {
            known = new Remembered(
                    db.list(Programmes::read, SELECT + " WHERE p.merchant_id = ? ORDER BY p.code", merchantId),
                    Lease.of(clock.instant(), REMEMBERED));
            remembered.put(merchantId, known);
        }
        return known.programmes();
    }

    Programme one(UUID merchantId, UUID id) {
        return of(merchantId).stream()
                .filter(programme -> id.equals(programme.id()))
                .findFirst()
                .orElseGet(() -> db.first(
                                Programmes::read, SELECT + " WHERE p.merchant_id = ? AND p.id = ?", merchantId, id)
                        .orElseThrow(() -> new CounterException(LoyaltyError.NO_SUCH_PROGRAMME)));
    }

    Programme save(Actor actor, Programme wanted) {
        ProgrammeRules.require(wanted);
        UUID id = wanted.id() == null ? make(actor, wanted) : change(actor, wanted.id(), wanted);
        long version = 1
                + db.number("SELECT coalesce(max(version), 0) FROM loyalty.programme_terms WHERE programme_id = ?", id);
        addTerms(actor, id, (int) version, wanted);
        remembered.clear();
        return db.first(Programmes::read, SELECT + " WHERE p.id = ?", id).orElseThrow();
    }

    private UUID make(Actor actor, Programme wanted) {
        UUID id = Ids.next(clock);
        int made = db.change(
                "INSERT INTO loyalty.programme (id, merchant_id, code, name_en, name_zh, active, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (merchant_id, code) DO NOTHING",
                id,
                actor.merchantId(),
                wanted.code(),
                wanted.nameEn(),
                wanted.nameZh(),
                wanted.active(),
                clock.instant());
        if (made == 0) {
            throw CounterException.at("code", LoyaltyError.CODE_TAKEN, wanted.code());
        }
        return id;
    }

    private UUID change(Actor actor, UUID id, Programme wanted) {
        int changed = db.change(
                "UPDATE loyalty.programme SET name_en = ?, name_zh = ?, active = ? WHERE id = ? AND merchant_id = ?",
                wanted.nameEn(),
                wanted.nameZh(),
                wanted.active(),
                id,
                actor.merchantId());
        if (changed == 0) {
            throw new CounterException(LoyaltyError.NO_SUCH_PROGRAMME);
        }
        return id;
    }

    private void addTerms(Actor actor, UUID id, int version, Programme wanted) {
        List<String> multipliers = new ArrayList<>();
        for (Programme.Multiplier multiplier : wanted.earning().multipliers()) {
            multipliers.addAll(
                    List.of(multiplier.kind().name(), multiplier.name(), Integer.toString(multiplier.percent())));
        }
        db.change(
                INSERT_TERMS,
                id,
                version,
                actor.id(),
                clock.instant(),
                wanted.earning().basis(),
                wanted.earning().points(),
                wanted.earning().perMinor(),
                multipliers.toArray(String[]::new),
                wanted.earning().pendingDays(),
                wanted.lots().expiry(),
                wanted.lots().days(),
                wanted.lots().returnDays(),
                wanted.exchange().points(),
                wanted.exchange().minor(),
                wanted.exchange().least(),
                wanted.exchange().percent(),
                wanted.exchange().cap(),
                wanted.exchange().from(),
                wanted.exchange().until());
    }

    private static Programme read(ResultSet row) throws SQLException {
        return new Programme(
                Db.id(row, "id"),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_zh"),
                row.getBoolean("active"),
                row.getInt("version"),
                new Programme.Earning(
                        Programme.Basis.valueOf(row.getString("basis")),
                        row.getLong("points"),
                        row.getLong("per_minor"),
                        multipliers(row.getArray("multipliers")),
                        row.getInt("pending_days")),
                new Programme.Lots(
                        Programme.Expiry.valueOf(row.getString("expiry")),
                        row.getInt("expiry_days"),
                        row.getInt("return_days")),
                exchange(row));
    }

    private static Programme.Exchange exchange(ResultSet row) throws SQLException {
        return new Programme.Exchange(
                row.getLong("exchange_points"),
                row.getLong("exchange_minor"),
                row.getLong("exchange_least"),
                row.getInt("exchange_percent"),
                row.getObject("exchange_cap", Long.class),
                row.getObject("exchange_from", LocalDate.class),
                row.getObject("exchange_until", LocalDate.class));
    }

    private static List<Programme.Multiplier> multipliers(Array array) throws SQLException {
        String[] parts = (String[]) array.getArray();
        List<Programme.Multiplier> multipliers = new ArrayList<>();
        for (int i = 0; i + 2 < parts.length; i += 3) {
            multipliers.add(new Programme.Multiplier(
                    Programme.Multiplier.Kind.valueOf(parts[i]), parts[i + 1], Integer.parseInt(parts[i + 2])));
        }
        return List.copyOf(multipliers);
    }

    private record Remembered(List<Programme> programmes, Lease lease) {}
}
