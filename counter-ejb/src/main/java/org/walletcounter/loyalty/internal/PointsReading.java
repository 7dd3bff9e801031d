package org.walletcounter.loyalty.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.loyalty.Liability;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.PointsBalance;
import org.walletcounter.loyalty.Programme;

/** What stands in the books about points: of one member, of a programme, and what is due. */
final class PointsReading {

    private final Db db;
    private final Programmes programmes;
    private final Standings standings;
    private final Lots lots;
    private final Upkeep upkeep;
    private final Ledger ledger;
    private final MerchantFacts facts;

    PointsReading(Returning.Tools tools, Ledger ledger, MerchantFacts facts) {
        this.db = tools.db();
        this.programmes = tools.programmes();
        this.standings = tools.standings();
        this.lots = tools.lots();
        this.upkeep = tools.upkeep();
        this.ledger = ledger;
        this.facts = facts;
    }

    List<PointsBalance> balances(UUID merchantId, UUID memberId) {
        ZoneId zone = facts.zone(merchantId);
        List<PointsBalance> balances = new ArrayList<>();
        for (Standing standing : standings.ofMember(merchantId, memberId)) {
            Programme programme = programmes.one(merchantId, standing.programmeId());
            List<Lot> left = new ArrayList<>(lots.matured(standing));
            left.addAll(lots.pending(standing));
            long available = upkeep.view(standing.points()).available();
            balances.add(new PointsBalance(
                    standing.programmeId(),
                    programme.nameEn(),
                    programme.nameZh(),
                    upkeep.view(standing.points()).balance(),
                    available,
                    upkeep.view(standing.pending()).balance(),
                    -upkeep.view(standing.debt()).balance(),
                    programme.exchange().worth(available),
                    left.stream()
                            .filter(lot -> lot.left() > 0)
                            .map(lot -> view(lot, zone))
                            .toList()));
        }
        return balances;
    }

    private static PointsBalance.Lot view(Lot lot, ZoneId zone) {
        Instant expires = lot.expiresAt();
        return new PointsBalance.Lot(
                lot.id(),
                lot.source(),
                lot.reference(),
                lot.earned(),
                lot.left(),
                lot.pending(),
                lot.maturesAt(),
                expires,
                expires == null ? null : Lifetimes.lastDay(expires, zone));
    }

    Page<StatementLine> statement(UUID merchantId, UUID memberId, UUID programmeId, @Nullable String after, int limit) {
        Standing standing = standings
                .find(programmeId, memberId)
                .filter(found -> found.merchantId().equals(merchantId))
                .orElseThrow(() -> new CounterException(LoyaltyError.NO_SUCH_PROGRAMME));
        return ledger.statement(standing.points(), after, limit);
    }

    List<Liability> liability(UUID merchantId, UUID programmeId) {
        Programme programme = programmes.one(merchantId, programmeId);
        String zone = facts.zone(merchantId).getId();
        String currency = facts.currency(merchantId);
        return db.list(
                row -> {
                    String month = row.getString("month");
                    long points = row.getLong("points");
                    long pending = row.getLong("pending");
                    return new Liability(
                            month == null ? null : YearMonth.parse(Objects.requireNonNull(month)),
                            row.getInt("members"),
                            points,
                            pending,
                            Money.of(programme.exchange().worth(points + pending), currency));
                },
                "SELECT to_char((expires_at - interval '1 second') AT TIME ZONE ?, 'YYYY-MM') AS month,"
                        + " count(DISTINCT member_id) AS members,"
                        + " coalesce(sum(left_over) FILTER (WHERE NOT pending), 0) AS points,"
                        + " coalesce(sum(left_over) FILTER (WHERE pending), 0) AS pending"
                        + " FROM loyalty.lot WHERE programme_id = ? AND left_over > 0 GROUP BY 1 ORDER BY 1 NULLS LAST",
                zone,
                programmeId);
    }

    /** Members with something to bring up to date now, a batch of them. */
    List<Due> due(Instant now, int most) {
        return db.list(
                row -> new Due(Db.id(row, "programme_id"), Db.id(row, "member_id")),
                "SELECT programme_id, member_id FROM ((SELECT programme_id, member_id FROM loyalty.spend"
                        + " WHERE NOT folded ORDER BY id LIMIT ?) UNION (SELECT programme_id, member_id FROM loyalty.lot"
                        + " WHERE pending AND matures_at <= ? ORDER BY matures_at LIMIT ?) UNION (SELECT programme_id,"
                        + " member_id FROM loyalty.lot WHERE left_over > 0 AND expires_at <= ? ORDER BY expires_at LIMIT ?)"
                        + " UNION (SELECT s.programme_id, s.member_id FROM loyalty.standing s JOIN ledger.account a"
                        + " ON a.id = s.points_account WHERE s.owing AND a.balance > a.held LIMIT ?)) AS d LIMIT ?",
                most,
                now,
                most,
                now,
                most,
                most,
                most);
    }

    /** A member whose points are to be brought up to date. */
    record Due(UUID programmeId, UUID memberId) {}
}
