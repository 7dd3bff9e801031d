package org.walletcounter.promotions.internal.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.loyalty.internal.MovingClock;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.Act;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.draws.SeedSeal;
import org.walletcounter.testing.TestDatabase;

/** What a node remembers of what is live. */
class LiveOffersTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final TestDatabase database = TestDatabase.shared();
    private final UUID merchant = database.newMerchant();
    private final Actor writer = new Actor("staff:1", "Wen", "manager", merchant, null);
    private final Actor reviewer = new Actor("staff:2", "Rui", "manager", merchant, null);
    private final MovingClock clock = new MovingClock(NOON);

    /** Else what was remembered would be on offer until the clock had caught up. */
    @Test
    void aClockThatWasSetBackHidesNothingThatAnotherNodeApproved() {
        try (TestLedger books = TestLedger.on(database, clock)) {
            CampaignGround here = node(books);
            Campaigns elsewhere = node(books).campaigns();
            assertThat(here.offers(merchant).promotions()).isEmpty();

            clock.goOn(Duration.ofHours(-1));
            CampaignView live = approved(elsewhere);

            assertThat(here.offers(merchant).promotions())
                    .extracting(Promotion::id)
                    .containsExactly(live.id());
        }
    }

    private CampaignView approved(Campaigns campaigns) {
        Terms tenOff = Terms.of("Ten", "CNY", new Benefit.AmountOff(1_000));
        CampaignView draft = campaigns.draft(
                writer, new CampaignDraft(tenOff, NOON.minus(Duration.ofDays(1)), null, CampaignDraft.Limits.NONE));
        campaigns.act(writer, draft.id(), draft.version(), Act.SUBMIT);
        return campaigns.act(reviewer, draft.id(), draft.version(), Act.APPROVE);
    }

    private CampaignGround node(TestLedger books) {
        return new CampaignGround(
                database.app(),
                books.door(),
                new PlainHouse(),
                (merchantId, currency, after, limit) -> List.of(),
                clock,
                act -> {},
                () -> new SeedSeal(1, Map.of(1, new byte[32])));
    }

    private final class PlainHouse implements House {

        @Override
        public LocalDate today(UUID merchantId) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }

        @Override
        public ZoneId zone(UUID merchantId) {
            return ZoneOffset.UTC;
        }
    }
}
