package org.walletcounter.loyalty.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.Companion.Row;
import org.walletcounter.ledger.Companion.Table;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.Programme;

/**
 * What a sale earns, ready for the payment's journal. This is on the way of every payment: once programme and member are
 * warm it asks the database nothing.
 */
final class Earning {

    private static final Table LOT = new Table(
            "loyalty.lot",
            List.of(
                    "id",
                    "programme_id",
                    "member_id",
                    "journal_id",
                    "source",
                    "earned",
                    "left_over",
                    "pending",
                    "matures_at",
                    "expires_at",
                    "reference",
                    "trace",
                    "version",
                    "made_at"),
            List.of(
                    "uuid",
                    "uuid",
                    "uuid",
                    "uuid",
                    "text",
                    "int8",
                    "int8",
                    "bool",
                    "timestamptz",
                    "timestamptz",
                    "text",
                    "text",
                    "int4",
                    "timestamptz"));

    private final Programmes programmes;
    private final Standings standings;
    private final MerchantFacts facts;

    Earning(Programmes programmes, Standings standings, MerchantFacts facts) {
        this.programmes = programmes;
        this.standings = standings;
        this.facts = facts;
    }

    boolean earns(UUID merchantId) {
        return programmes.of(merchantId).stream().anyMatch(Programme::active);
    }

    PointsPart earn(UUID merchantId, EarnRequest sale) {
        PointsPart all = PointsPart.NONE;
        for (Programme programme : programmes.of(merchantId)) {
            if (programme.active()) {
                all = all.and(earn(merchantId, programme, sale));
            }
        }
        return all;
    }

    private PointsPart earn(UUID merchantId, Programme programme, EarnRequest sale) {
        UUID programmeId = Objects.requireNonNull(programme.id());
        Standings.Warm member = standings.warm(merchantId, programmeId, sale.memberId());
        EarnedPoints earned = EarnedPoints.of(programme, sale, member.tier());
        if (earned.total() == 0) {
            return PointsPart.NONE;
        }
        Standing standing = member.standing();
        return new PointsPart(
                earned.total(),
                0,
                List.of(
                        new Posting(standings.house(standing, "points-issued"), -earned.total()),
                        new Posting(standing.pending(), earned.total())),
                List.of(row(merchantId, programme, sale, earned)),
                List.of());
    }

    private Row row(UUID merchantId, Programme programme, EarnRequest sale, EarnedPoints earned) {
        ZoneId zone = facts.zone(merchantId);
        Instant matures = Lifetimes.matures(programme, sale.occurredAt(), zone);
        Instant recorded = Ids.momentOf(sale.journalId());
        @Nullable
        Object[] values = {
            Ids.at(recorded),
            programme.id(),
            sale.memberId(),
            sale.journalId(),
            "PURCHASE",
            earned.total(),
            earned.total(),
            true,
            matures,
            Lifetimes.expires(programme, Lifetimes.spendable(matures, recorded), zone),
            sale.reference(),
            earned.trace(),
            programme.version(),
            sale.occurredAt()
        };
        return new Row(LOT, values);
    }
}
