package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.vouchers.Available;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.People;

/** What a customer can take. */
@Dependent
class Offering {

    private static final String OPEN = Campaigns.COLUMNS + "WHERE c.merchant_id = ? AND c.state = 'LIVE' AND c.way = 'TAKE'"
            + " AND c.open_from <= ? AND c.open_until > ? AND (c.valid_until IS NULL OR c.valid_until > ?)"
            + " ORDER BY c.open_until, c.id LIMIT 100";

    private final Database database;
    private final Ledger ledger;
    private final People people;
    private final Clock clock;

    @Inject
    Offering(Database database, Ledger ledger, People people, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.people = people;
        this.clock = clock;
    }

    List<Available> available(Actor actor, UUID memberId) {
        Instant now = clock.instant();
        List<Available> found = new ArrayList<>();
        for (Campaign campaign : database.list(OPEN, Campaigns::read, actor.merchantId(), now, now, now)) {
            AccountId pool = campaign.opened().pool();
            found.add(new Available(
                    campaign.line(),
                    pool == null ? null : ledger.account(pool).orElseThrow().available(),
                    (int) people.had(campaign, memberId),
                    campaign.form().quantity().perPerson(),
                    campaign.form().giving().until()));
        }
        return found;
    }
}
