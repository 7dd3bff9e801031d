package org.walletcounter.loyalty.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Companion.Row;
import org.walletcounter.ledger.Companion.Table;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.HoldView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.loyalty.SpendRequest;

/** Points for money off: the terms that are offered, the part of the payment's journal, and holds. */
final class Exchanging {

    private static final Table SPEND = new Table(
            "loyalty.spend",
            List.of("id", "programme_id", "member_id", "journal_id", "kind", "points", "minor", "reference", "made_at"),
            List.of("uuid", "uuid", "uuid", "uuid", "text", "int8", "int8", "text", "timestamptz"));

    private final Ledger ledger;
    private final Programmes programmes;
    private final Standings standings;
    private final Upkeep upkeep;
    private final MerchantFacts facts;
    private final Clock clock;

    Exchanging(
            Ledger ledger,
            Programmes programmes,
            Standings standings,
            Upkeep upkeep,
            MerchantFacts facts,
            Clock clock) {
        this.ledger = ledger;
        this.programmes = programmes;
        this.standings = standings;
        this.upkeep = upkeep;
        this.facts = facts;
        this.clock = clock;
    }

    List<PointsOffer> offers(UUID merchantId, UUID memberId, Money payable) {
        List<PointsOffer> offers = new ArrayList<>();
        for (Programme programme : programmes.of(merchantId)) {
            if (programme.active() && programme.exchange().minor() > 0) {
                offers.add(offer(merchantId, programme, memberId, payable));
            }
        }
        return offers;
    }

    private PointsOffer offer(UUID merchantId, Programme programme, UUID memberId, Money payable) {
        UUID programmeId = Objects.requireNonNull(programme.id());
        Programme.Exchange exchange = programme.exchange();
        long available = standings
                .find(programmeId, memberId)
                .map(standing -> upkeep.view(standing.points()).available())
                .orElse(0L);
        LocalDate today = facts.day(merchantId, clock.instant());
        LoyaltyError whyNot = whyNot(exchange, today, available, payable.minor());
        long most = whyNot == null ? most(exchange, available, payable.minor()) : 0;
        return new PointsOffer(
                programmeId,
                programme.nameEn(),
                programme.nameZh(),
                available,
                exchange.points(),
                exchange.minor(),
                exchange.least(),
                most,
                Money.of(exchange.worth(most), payable.currency()),
                whyNot);
    }

    private static @Nullable LoyaltyError whyNot(
            Programme.Exchange exchange, LocalDate today, long available, long payable) {
        if (!exchange.openOn(today)) {
            return LoyaltyError.EXCHANGE_CLOSED;
        }
        long least = Math.max(exchange.least(), exchange.points());
        if (available < least) {
            return LoyaltyError.NOT_ENOUGH_POINTS;
        }
        long most = most(exchange, available, payable);
        return most == 0 || most < exchange.least() ? LoyaltyError.OVER_EXCHANGE_CAP : null;
    }

    private static long most(Programme.Exchange exchange, long available, long payable) {
        long steps = Math.min(available / exchange.points(), mostMoney(exchange, payable) / exchange.minor());
        return steps * exchange.points();
    }

    /** The most money off that points may give of a sale. */
    static long mostMoney(Programme.Exchange exchange, long payable) {
        long share = Math.multiplyExact(payable, (long) exchange.percent()) / 100;
        Long cap = exchange.cap();
        return cap == null ? share : Math.min(cap, share);
    }

    PointsPart spend(Actor actor, SpendRequest request) {
        UUID merchantId = actor.merchantId();
        Programme programme = open(merchantId, request.programmeId(), request.day());
        long minor = require(programme.exchange(), request.points(), request.payable());
        Standing standing = standing(request.programmeId(), request.memberId());
        requireEnough(standing, request);
        Posting fromFunding = new Posting(
                standings.funding(
                        merchantId, request.programmeId(), request.payable().currency()),
                -minor);
        return new PointsPart(
                request.points(),
                minor,
                List.of(
                        new Posting(standing.points(), -request.points()),
                        new Posting(standings.house(standing, "points-redeemed"), request.points()),
                        fromFunding),
                List.of(row(request, minor)),
                request.holdId() == null ? List.of() : List.of(request.holdId()));
    }

    private Programme open(UUID merchantId, UUID programmeId, LocalDate day) {
        Programme programme = programmes.one(merchantId, programmeId);
        if (!programme.active()) {
            throw new CounterException(LoyaltyError.PROGRAMME_CLOSED);
        }
        if (!programme.exchange().openOn(day)) {
            throw new CounterException(LoyaltyError.EXCHANGE_CLOSED);
        }
        return programme;
    }

    private static long require(Programme.Exchange exchange, long points, Money payable) {
        if (points < Math.max(exchange.least(), exchange.points())) {
            throw CounterException.at(
                    "points", LoyaltyError.BELOW_LEAST, Math.max(exchange.least(), exchange.points()));
        }
        if (points % exchange.points() != 0) {
            throw CounterException.at("points", LoyaltyError.NOT_A_STEP, exchange.points());
        }
        long minor = exchange.worth(points);
        long most = mostMoney(exchange, payable.minor());
        if (minor > most) {
            throw CounterException.at("points", LoyaltyError.OVER_EXCHANGE_CAP, Money.of(most, payable.currency()));
        }
        return minor;
    }

    private Standing standing(UUID programmeId, UUID memberId) {
        return standings
                .find(programmeId, memberId)
                .orElseThrow(() -> CounterException.at("points", LoyaltyError.NOT_ENOUGH_POINTS, 0L));
    }

    private void requireEnough(Standing standing, SpendRequest request) {
        UUID holdId = request.holdId();
        long held = holdId == null
                ? 0
                : ledger.holdOf(holdId)
                        .filter(hold -> hold.state() == HoldView.State.OPEN
                                && hold.account().equals(standing.points()))
                        .map(HoldView::amount)
                        .orElse(0L);
        long available = upkeep.view(standing.points()).available();
        if (available + held < request.points()) {
            throw CounterException.at("points", LoyaltyError.NOT_ENOUGH_POINTS, Math.max(0, available + held));
        }
    }

    private static Row row(SpendRequest request, long minor) {
        return new Row(SPEND, new @Nullable Object[] {
            Ids.at(Ids.momentOf(request.journalId())),
            request.programmeId(),
            request.memberId(),
            request.journalId(),
            "EXCHANGE",
            request.points(),
            minor,
            request.reference(),
            request.occurredAt()
        });
    }

    void hold(Actor actor, Points.HoldPoints wish) {
        LocalDate today = facts.day(actor.merchantId(), clock.instant());
        open(actor.merchantId(), wish.programmeId(), today);
        Standing standing = standing(wish.programmeId(), wish.memberId());
        try {
            ledger.hold(new HoldRequest(
                    wish.holdId(),
                    standing.points(),
                    wish.points(),
                    clock.instant().plus(wish.lasting()),
                    wish.reason()));
        } catch (CounterException refused) {
            if (refused.error() == LedgerError.INSUFFICIENT_FUNDS) {
                throw CounterException.at(
                        "points",
                        LoyaltyError.NOT_ENOUGH_POINTS,
                        upkeep.view(standing.points()).available());
            }
            throw refused;
        }
    }
}
