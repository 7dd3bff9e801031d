package org.walletcounter.loyalty.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.Ledger;

/** Points on a database and the ledger, put together without a container. Thread-safe. */
final class JdbcPoints {

    private final Db db;
    private final Standings standings;

    final Programmes programmes;
    final Earning earning;
    final Exchanging exchanging;
    final Returning returning;
    final Adjusting adjusting;
    final Gifting gifting;
    final Upkeep upkeep;
    final PointsReading reading;

    /** What it stands on. */
    record Ground(Db db, Ledger ledger, MerchantFacts facts, Clock clock, Standings.Apart apart) {}

    JdbcPoints(Ground ground, Consumer<PrivilegedAct> acts) {
        this.db = ground.db();
        Ledger ledger = ground.ledger();
        MerchantFacts facts = ground.facts();
        Clock clock = ground.clock();
        this.programmes = new Programmes(db, clock);
        this.standings = new Standings(db, ledger, clock, ground.apart());
        Lots lots = new Lots(db, clock);
        this.upkeep = new Upkeep(ledger, standings, lots, facts, clock);
        this.earning = new Earning(programmes, standings, facts);
        this.exchanging = new Exchanging(ledger, programmes, standings, upkeep, facts, clock);
        Returning.Tools tools = new Returning.Tools(db, programmes, standings, lots, upkeep);
        this.returning = new Returning(tools, facts, clock);
        this.adjusting = new Adjusting(tools, facts, clock, acts);
        this.gifting = new Gifting(tools, returning, ledger, clock);
        this.reading = new PointsReading(tools, ledger, facts);
    }

    /** Brings all of a member's points up to date; joins the caller's transaction. */
    void tidy(UUID merchantId, UUID memberId) {
        for (Standing standing : standings.ofMember(merchantId, memberId)) {
            upkeep.tidy(standing.programmeId(), memberId);
        }
    }

    List<Finding> check() {
        return new PointsChecks(db).all();
    }
}
