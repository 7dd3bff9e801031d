package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.VoucherError;

/** What happens to members is heard also where a campaign gives nothing more: it brings nothing, and nothing is thrown. */
class EventsWithinLimitsTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final UUID member = UUID.randomUUID();

    @Test
    void whoBuysAfterTheDaysLastGetsNone() {
        shop.live(rewarding().of(10L, 1L, null).form());

        assertThat(bought("first", shop.clock.instant())).isEqualTo(1);
        assertThat(bought("second", shop.clock.instant())).isZero();

        assertThat(shop.vouchers.of(shop.self(member), member, false)).hasSize(1);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void noVoucherComesThatCouldNotBeUsedAnyMore() {
        Instant now = shop.clock.instant();
        shop.live(rewarding()
                .valid(new CampaignForm.Validity(now.minusSeconds(50), now.minusSeconds(10), null, null))
                .form());

        assertThat(bought("now", now)).isZero();
        assertThat(bought("while it could be used, and heard of too late", now.minusSeconds(20)))
                .isZero();

        assertThat(shop.vouchers.of(shop.self(member), member, true)).isEmpty();
    }

    @Test
    void aGrantNamesThoseWhoComeAfterTheDaysLast() {
        UUID campaign = shop.live(Forms.way(Way.GRANT).of(10L, 1L, null).form());
        UUID late = UUID.randomUUID();

        Granted granted = shop.vouchers.grant(shop.manager(), campaign, List.of(member, late));

        assertThat(granted.granted()).isEqualTo(1);
        assertThat(granted.refused()).containsExactly(new Granted.Refused(late, VoucherError.GONE_FOR_TODAY));
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whatIsTakenOutOfThePoolUsesUpNothingOfTheDaysNumber() {
        UUID campaign = shop.live(Forms.taken().of(100L, 5L, null).form());

        shop.campaigns.restock(shop.manager(), campaign, -50);

        assertThat(shop.take(campaign, member).memberId()).isEqualTo(member);
        assertThat(shop.campaigns.figures(shop.manager(), campaign).left()).isEqualTo(49);
        assertThat(shop.findings()).isEmpty();
    }

    /** A campaign that rewards purchases of a pound. */
    private Forms rewarding() {
        Instant now = shop.clock.instant();
        return Forms.way(Way.EVENT)
                .giving(new CampaignForm.Giving(
                        Way.EVENT,
                        Event.PURCHASE,
                        null,
                        Money.of(100, "GBP"),
                        now.minusSeconds(60),
                        now.plus(Duration.ofDays(1)),
                        null));
    }

    private int bought(String occasion, Instant at) {
        return shop.in(() -> shop.bringing.bring(
                new BringingVouchers.Happening(shop.merchant, member, Event.PURCHASE, occasion, 100, at)));
    }
}
