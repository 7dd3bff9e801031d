package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;

/** Returns of a part of what a voucher of several houses reduced. */
class UndoingTest {

    private final TestVouchers shop = TestVouchers.shared();

    /** Of six pence at 45, 45 and 10 per cent, the third bears none and so gets none back, also of five. */
    @Test
    void partsOfASavingGoBackToThoseWhoBearIt() {
        UUID voucher = voucher(shop.partner(), shop.partner());
        UUID payment = paid(voucher, 6);

        assertThat(undone(voucher, payment, 5)).isEqualTo(5);
        assertThat(shop.findings()).isEmpty();
        assertThat(undone(voucher, payment, -2)).isEqualTo(-2);
        assertThat(shop.findings()).isEmpty();
        assertThat(undone(voucher, payment, 3)).isEqualTo(3);
        assertThat(shop.findings()).isEmpty();
        assertThatThrownBy(() -> undone(voucher, payment, 1)).hasMessageContaining("NOT_USED_THERE");
    }

    @Test
    void whereKeptGoodsGetMoreThanWasSavedAllBearTheirPart() {
        UUID voucher = voucher(shop.partner(), shop.partner());
        UUID payment = paid(voucher, 6);

        assertThat(undone(voucher, payment, 1)).isEqualTo(1);
        assertThat(undone(voucher, payment, -7)).isEqualTo(-7);
        assertThat(shop.findings()).isEmpty();
        assertThat(undone(voucher, payment, 12)).isEqualTo(12);
        assertThat(shop.findings()).isEmpty();
    }

    /** The last of it comes with the voucher, or, where that does not come back, with the goods. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsUndoneIsBackInTheBudgetOnce(boolean comesBack) {
        UUID campaign =
                shop.live(Forms.taken().budget(1_000).keeping(true, comesBack).form());
        UUID voucher = shop.take(campaign, UUID.randomUUID()).id();
        UUID payment = paid(voucher, 600);
        assertThat(budgetLeft(campaign)).isEqualTo(400);
        back(voucher, payment, 200);
        assertThat(budgetLeft(campaign)).isEqualTo(600);
        back(voucher, payment, 400);
        shop.vouchers.comeBack(shop.cashier(), voucher, payment);
        assertThat(budgetLeft(campaign)).isEqualTo(1_000);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whatOthersHaveUsedOfTheBudgetMeanwhileIsTheirs() {
        UUID campaign = shop.live(Forms.taken().budget(1_000).form());
        UUID voucher = shop.take(campaign, UUID.randomUUID()).id();
        UUID payment = paid(voucher, 600);
        back(voucher, payment, 500);
        paid(shop.take(campaign, UUID.randomUUID()).id(), 900);
        back(voucher, payment, -300);
        assertThat(budgetLeft(campaign)).isZero();
        back(voucher, payment, 400);
        assertThat(budgetLeft(campaign)).isEqualTo(100);
        assertThat(shop.findings()).isEmpty();
    }

    private long budgetLeft(UUID campaign) {
        return shop.campaigns.figures(shop.manager(), campaign).budgetLeft().minor();
    }

    /** As a refund does it: what goes back to funders is taken from revenue. */
    private void back(UUID voucher, UUID payment, long minor) {
        List<Posting> postings =
                new ArrayList<>(shop.vouchers.undo(shop.cashier(), voucher, payment, Money.of(minor, "GBP")));
        AccountId revenue = shop.ledger.open(AccountTerms.free(shop.merchant, "revenue", "GBP", "store:1"));
        postings.add(new Posting(revenue, -minor));
        Instant now = shop.clock.instant();
        shop.ledger.post(new Journal(
                Ids.next(shop.clock),
                "refund",
                new Journal.Scope(shop.merchant, null, null, "staff:c", null),
                Journal.Facts.plain(now, LocalDate.ofInstant(now, ZoneOffset.UTC), "{}"),
                postings));
    }

    /** A voucher in hand that the shop and two partners fund. */
    private UUID voucher(Actor second, Actor third) {
        CampaignView draft = shop.campaigns.draft(
                shop.manager(),
                Forms.way(Way.CODE)
                        .of(1L, null, null)
                        .parties(
                                TestVouchers.party(shop.merchant, 4_500),
                                TestVouchers.party(second.merchantId(), 4_500),
                                TestVouchers.party(third.merchantId(), 1_000))
                        .form());
        shop.campaigns.agree(second, draft.id(), draft.version());
        shop.campaigns.agree(third, draft.id(), draft.version());
        shop.campaigns.move(shop.manager(), draft.id(), CampaignView.State.LIVE);
        String code = shop.codes(draft.id(), 1).get(0);
        return shop.vouchers.byCode(shop.cashier(), code, null).id();
    }

    private UUID paid(UUID voucher, long saving) {
        Outcome outcome = shop.pay(shop.cashier(), List.of(TestVouchers.use(voucher, saving)), "in parts");
        return ((Outcome.Posted) outcome).journalId();
    }

    private long undone(UUID voucher, UUID payment, long amount) {
        return shop.vouchers.undo(shop.cashier(), voucher, payment, Money.of(amount, "GBP")).stream()
                .mapToLong(Posting::amount)
                .sum();
    }
}
