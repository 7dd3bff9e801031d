package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.CampaignView.State;
import org.walletcounter.vouchers.VoucherError;

/** Each refusal, and that of two reasons the one that stands first is given. */
class RefusalsInOrderTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final UUID member = UUID.randomUUID();

    @Test
    void aFormIsRefusedAtItsField() {
        Instant now = shop.clock.instant();
        refused(Forms.taken().opening(now.plusSeconds(9), now), VoucherError.OPENING_INVALID, "openUntil");
        refused(
                Forms.taken().valid(new CampaignForm.Validity(null, null, null, null)),
                VoucherError.VALIDITY_INVALID,
                "validUntil");
        refused(
                Forms.taken().valid(new CampaignForm.Validity(null, null, 0, 0)),
                VoucherError.VALIDITY_INVALID,
                "validDays");
        refused(
                Forms.taken().quantity(new CampaignForm.Quantity(null, null, null, null, "EUR")),
                VoucherError.WORTH_INVALID,
                "worth");
        refused(Forms.taken().of(0L, null, null), VoucherError.QUANTITY_INVALID, "total");
        refused(Forms.taken().of(null, 5L, null), VoucherError.PER_DAY_NEEDS_TOTAL, "total");
        refused(Forms.way(Way.EVENT), VoucherError.EVENT_INVALID, "event");
        refused(Forms.taken().generic("no!"), VoucherError.GENERIC_CODE_INVALID, "genericCode");
        refused(
                Forms.taken().parties(new CampaignForm.Party("NOBODY", true, 10_000)),
                VoucherError.NO_SUCH_PARTNER,
                "parties");
        refused(
                Forms.taken().parties(new CampaignForm.Party("M" + shop.merchant, true, 9_999)),
                VoucherError.SHARES_NOT_WHOLE,
                "parties");
        refused(
                Forms.taken()
                        .parties(
                                new CampaignForm.Party("m" + shop.merchant, true, 5_000),
                                new CampaignForm.Party("M" + shop.merchant + " ", true, 4_000)),
                VoucherError.PARTNER_TWICE,
                "parties");
        refused(Forms.taken().reminding(3_661), VoucherError.QUANTITY_INVALID, "remindDays");
        CampaignForm taken = Forms.taken().form();
        shop.campaigns.draft(shop.manager(), taken);
        refused(new Forms(taken), VoucherError.CAMPAIGN_CODE_TAKEN, "code");
    }

    @Test
    void nothingIsDrawnByChanceForAVoucher() {
        Benefit random = new Benefit.RandomOff(
                List.of(new Benefit.RandomOff.Chance(9, 10), new Benefit.RandomOff.Chance(1, 500)));
        Prize cup = new Prize("CUP", new Terms.Names("Cup", "杯子"), 1, 5, 100, null, null, null);
        Benefit lottery = new Benefit.Lottery(1_000, 1, null, null, null, null, null, List.of(cup));
        CampaignView draft = shop.campaigns.draft(shop.manager(), Forms.taken().form());
        for (Benefit drawn : List.of(random, lottery)) {
            CampaignForm form =
                    Forms.taken().form().promising(new VoucherTerms(Terms.of("By chance", "GBP", drawn), 1));
            refused(new Forms(form), VoucherError.WORTH_INVALID, "worth");
            refused(
                    () -> shop.campaigns.change(shop.manager(), draft.id(), draft.version(), form),
                    VoucherError.WORTH_INVALID);
        }
    }

    @Test
    void ofTwoFaultsInAFormTheFirstIsNamed() {
        Instant now = shop.clock.instant();
        refused(
                Forms.taken().of(0L, null, null).opening(now.plusSeconds(9), now),
                VoucherError.OPENING_INVALID,
                "openUntil");
    }

    @Test
    void aCampaignsLifeGoesOneWay() {
        UUID draft = shop.campaigns.draft(shop.manager(), Forms.taken().form()).id();
        refused(() -> shop.take(draft, member), VoucherError.NOT_RUNNING);
        refused(() -> shop.campaigns.move(shop.manager(), draft, State.PAUSED), VoucherError.MOVE_NOT_POSSIBLE);
        shop.campaigns.move(shop.manager(), draft, State.LIVE);
        refused(
                () -> shop.campaigns.change(
                        shop.manager(), draft, 1, Forms.taken().form()),
                VoucherError.NOT_A_DRAFT);
        Actor stranger = new Actor("staff:s", "Sly", "manager", UUID.randomUUID(), null);
        refused(() -> shop.campaigns.campaign(stranger, draft), VoucherError.NO_SUCH_CAMPAIGN);
    }

    /** Whoever has not seen what another manager changed does not write over it. */
    @Test
    void aDraftIsNotChangedByWhoHasSeenAnEarlierOne() {
        Forms seen = Forms.taken();
        CampaignView draft = shop.campaigns.draft(shop.manager(), seen.form());
        CampaignForm limited = seen.budget(1_000).form();
        CampaignView changed = shop.campaigns.change(shop.manager(), draft.id(), draft.version(), limited);
        CampaignForm other = seen.reminding(5).form();
        refused(
                () -> shop.campaigns.change(shop.manager(), draft.id(), draft.version(), other),
                KernelError.CHANGED_MEANWHILE);
        CampaignForm kept = shop.campaigns.campaign(shop.manager(), draft.id()).form();
        assertThat(kept.quantity().budget()).isEqualTo(1_000L);
        assertThat(kept.keeping().remindDays()).isEqualTo(3);
        CampaignView again = shop.campaigns.change(shop.manager(), draft.id(), changed.version(), other);
        assertThat(again.form().keeping().remindDays()).isEqualTo(5);
    }

    @Test
    void takingIsRefusedForTheFirstReason() {
        UUID granted = shop.live(Forms.way(Way.GRANT).form());
        refused(() -> shop.take(granted, member), VoucherError.NOT_THIS_WAY);
        Instant now = shop.clock.instant();
        UUID later = shop.live(Forms.taken()
                .opening(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)))
                .form());
        refused(() -> shop.take(later, member), VoucherError.NOT_OPEN_YET);
        UUID one = shop.live(Forms.taken().of(1L, null, 1).form());
        shop.take(one, member);
        refused(() -> shop.take(one, member), VoucherError.ENOUGH_FOR_ONE);
        refused(() -> shop.take(one, UUID.randomUUID()), VoucherError.GONE);
        refused(() -> shop.take(UUID.randomUUID(), member), VoucherError.NO_SUCH_CAMPAIGN);
    }

    @Test
    void codesAreRefusedForWhatIsWrongWithThem() {
        UUID campaign = shop.live(Forms.way(Way.CODE).of(10L, null, 1).form());
        String code = shop.codes(campaign, 1).get(0);
        String misread = (code.startsWith("0") ? "1" : "0") + code.substring(1);
        refused(() -> shop.vouchers.byCode(shop.cashier(), misread, member), VoucherError.CODE_MISREAD);
        refused(() -> shop.vouchers.byCode(shop.cashier(), "0000-0000-0000", member), VoucherError.CODE_UNKNOWN);
        refused(() -> shop.vouchers.byCode(shop.cashier(), code, null), VoucherError.MEMBER_NEEDED);
        refused(() -> shop.vouchers.byCode(shop.cashier(), code, TestVouchers.STRANGER), VoucherError.NO_SUCH_MEMBER);
        Actor elsewhere = new Actor("staff:e", "Eli", "cashier", UUID.randomUUID(), null);
        refused(() -> shop.vouchers.byCode(elsewhere, code, null), VoucherError.CODE_UNKNOWN);
        Actor guesser = shop.self(UUID.randomUUID());
        for (int i = 0; i < 20; i++) {
            refused(() -> shop.vouchers.byCode(guesser, "0000-0000-0000", null), VoucherError.CODE_UNKNOWN);
        }
        refused(() -> shop.vouchers.byCode(guesser, code, null), VoucherError.TOO_MANY_WRONG_CODES);
    }

    @Test
    void usingIsRefusedForTheFirstReason() {
        UUID withdrawn = taken(Forms.taken());
        shop.vouchers.withdraw(shop.manager(), withdrawn, "a mistake");
        refused(() -> hold(withdrawn), VoucherError.WITHDRAWN);
        UUID given = taken(Forms.taken());
        shop.vouchers.give(shop.self(member), given, UUID.randomUUID());
        refused(() -> hold(given), VoucherError.GIVEN_AWAY);
        UUID later = taken(Forms.taken().valid(new CampaignForm.Validity(null, null, 2, 5)));
        refused(() -> hold(later), VoucherError.NOT_VALID_YET);
        refused(() -> hold(UUID.randomUUID()), VoucherError.NO_SUCH_VOUCHER);
        UUID campaign = shop.live(Forms.taken().form());
        UUID paused = shop.take(campaign, member).id();
        shop.campaigns.move(shop.manager(), campaign, State.PAUSED);
        refused(() -> hold(paused), VoucherError.NOT_RUNNING);
        UUID dear = taken(Forms.taken().budget(50));
        refused(() -> hold(dear), VoucherError.BUDGET_SPENT);
    }

    @Test
    void givingIsRefusedForTheFirstReason() {
        UUID kept = taken(Forms.taken().keeping(false, true));
        refused(() -> shop.vouchers.give(shop.self(member), kept, member), VoucherError.NOT_TO_BE_GIVEN);
        UUID givable = taken(Forms.taken());
        refused(() -> shop.vouchers.give(shop.self(member), givable, member), VoucherError.NO_SUCH_MEMBER);
        refused(
                () -> shop.vouchers.give(shop.self(member), givable, TestVouchers.STRANGER),
                VoucherError.NO_SUCH_MEMBER);
    }

    private UUID taken(Forms forms) {
        return shop.take(shop.live(forms.form()), member).id();
    }

    private void hold(UUID voucher) {
        shop.vouchers.hold(shop.cashier(), List.of(TestVouchers.use(voucher, 100)), "sale");
    }

    private void refused(Forms forms, VoucherError error, String field) {
        CounterException refusal =
                catchThrowableOfType(CounterException.class, () -> shop.campaigns.draft(shop.manager(), forms.form()));
        assertThat(refusal.error()).isEqualTo(error);
        assertThat(refusal.field()).isEqualTo(field);
    }

    private static void refused(ThrowingCallable wish, ErrorCode error) {
        CounterException refusal = catchThrowableOfType(CounterException.class, wish);
        assertThat(refusal).as(error.code()).isNotNull();
        assertThat(refusal.error()).isEqualTo(error);
    }
}
