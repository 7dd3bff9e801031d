package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.CampaignView.State;

/** A partner agrees to the terms it has seen, and to no others. */
class AgreeingTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final Actor there = shop.partner();

    @Test
    void aPartnerThatHasSeenOtherTermsHasNotAgreed() {
        UUID campaign = shop.campaigns.draft(shop.manager(), bearing(2_000)).id();
        int seen = shop.campaigns.campaign(there, campaign).version();
        shop.campaigns.change(shop.manager(), campaign, seen, bearing(9_000));

        assertThatThrownBy(() -> shop.campaigns.agree(there, campaign, seen)).hasMessageContaining("CHANGED_MEANWHILE");
        assertThatThrownBy(() -> shop.campaigns.move(shop.manager(), campaign, State.LIVE))
                .hasMessageContaining("PARTNER_NOT_AGREED");

        int changed = shop.campaigns.campaign(there, campaign).version();
        assertThat(changed).isGreaterThan(seen);
        assertThat(hasAgreed(shop.campaigns.agree(there, campaign, changed))).isTrue();
        assertThat(shop.campaigns.move(shop.manager(), campaign, State.LIVE).state())
                .isEqualTo(State.LIVE);
    }

    @Test
    void aChangeAfterwardsAsksAnew() {
        CampaignView draft = shop.campaigns.draft(shop.manager(), bearing(2_000));
        shop.campaigns.agree(there, draft.id(), draft.version());

        CampaignView changed = shop.campaigns.change(shop.manager(), draft.id(), draft.version(), bearing(9_000));

        assertThat(hasAgreed(changed)).isFalse();
        assertThatThrownBy(() -> shop.campaigns.move(shop.manager(), draft.id(), State.LIVE))
                .hasMessageContaining("PARTNER_NOT_AGREED");
    }

    @Test
    void thereIsNothingToAgreeToOnceItIsLive() {
        CampaignView draft = shop.campaigns.draft(shop.manager(), bearing(2_000));
        shop.campaigns.agree(there, draft.id(), draft.version());
        CampaignView live = shop.campaigns.move(shop.manager(), draft.id(), State.LIVE);

        assertThatThrownBy(() -> shop.campaigns.agree(there, draft.id(), live.version()))
                .hasMessageContaining("CHANGED_MEANWHILE");
        assertThatThrownBy(() -> shop.campaigns.agree(shop.partner(), draft.id(), live.version()))
                .hasMessageContaining("NO_SUCH_CAMPAIGN");
    }

    /** Whichever comes first, the change or the yes: the changed terms have not been agreed to. */
    @Test
    void nobodyAgreesToWhatChangesInThatMoment() {
        for (int round = 0; round < 20; round++) {
            CampaignView draft = shop.campaigns.draft(shop.manager(), bearing(2_000));
            AtomicInteger turn = new AtomicInteger(round);
            Crowd.does(
                    2,
                    2,
                    () -> turn.getAndIncrement() % 2 == 0
                            ? shop.campaigns.agree(there, draft.id(), draft.version())
                            : shop.campaigns.change(shop.manager(), draft.id(), draft.version(), bearing(9_000)));

            CampaignView now = shop.campaigns.campaign(there, draft.id());
            assertThat(now.version()).isGreaterThan(draft.version());
            assertThat(hasAgreed(now)).isFalse();
        }
    }

    private CampaignForm bearing(int share) {
        return Forms.way(Way.CODE)
                .of(10L, null, null)
                .parties(
                        TestVouchers.party(shop.merchant, 10_000 - share),
                        TestVouchers.party(there.merchantId(), share))
                .form();
    }

    private boolean hasAgreed(CampaignView campaign) {
        return campaign.parties().stream()
                .anyMatch(party -> party.merchantId().equals(there.merchantId()) && party.agreedAt() != null);
    }
}
