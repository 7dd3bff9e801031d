package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.HoldOnVoucher;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherError;

/** A till knows every member's vouchers by their ids, and pays with them for their holders only. */
class OthersVouchersTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final UUID member = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void aMembersVoucherIsOfferedToNobodyElseAlsoIfItIsNamed() {
        UUID voucher = granted();

        refused(() -> offered(null, voucher));
        refused(() -> offered(other, voucher));
        refused(() -> shop.vouchers.offers(shop.manager(), null, List.of(voucher)));
        assertThat(offered(member, voucher)).containsExactly(voucher);
        assertThat(offered(member)).containsExactly(voucher);
    }

    @Test
    void whatCameOnPaperIsOfferedToWhoeverShowsIt() {
        String code = code();
        UUID voucher = shop.vouchers.byCode(shop.cashier(), code, null).id();
        assertThat(offered(null, voucher)).containsExactly(voucher);
        assertThat(offered(other, voucher)).containsExactly(voucher);

        shop.vouchers.byCode(shop.self(member), code, member);

        assertThat(offered(null, voucher)).as("it is still on paper").containsExactly(voucher);
    }

    @Test
    void whatCameOnPaperAndWasGivenAwayIsTheFriends() {
        String code = code();
        UUID voucher = shop.vouchers.byCode(shop.self(member), code, member).id();

        UUID gift = shop.vouchers.give(shop.self(member), voucher, other).id();

        refused(() -> offered(null, gift));
        refused(() -> offered(member, gift));
        assertThat(offered(other, gift)).containsExactly(gift);
    }

    @Test
    void whatEverybodysCodeGaveAMemberIsThatMembers() {
        shop.codeForEverybody("FOR-ALL");
        UUID nobodys = shop.vouchers.byCode(shop.cashier(), "for-all", null).id();
        UUID theirs = shop.vouchers.byCode(shop.cashier(), "for-all", member).id();

        assertThat(offered(null, nobodys)).containsExactly(nobodys);
        refused(() -> offered(null, theirs));
        assertThat(offered(member, theirs)).containsExactly(theirs);
    }

    @Test
    void aMembersVoucherIsSetAsideForThatMemberOnly() {
        UUID voucher = granted();
        List<Use> uses = List.of(TestVouchers.use(voucher, 100));

        refused(() -> shop.vouchers.hold(shop.cashier(), null, uses, "sale"));
        refused(() -> shop.vouchers.hold(shop.cashier(), other, uses, "sale"));
        assertThat(shop.vouchers.voucher(shop.cashier(), voucher).held()).isFalse();

        List<HoldOnVoucher> holds = shop.vouchers.hold(shop.cashier(), member, uses, "sale");
        shop.vouchers.release(shop.cashier(), List.of(holds.get(0).hold()));
        assertThat(shop.vouchers.hold(shop.self(member), null, uses, "their own phone"))
                .extracting(HoldOnVoucher::voucherId)
                .containsExactly(voucher);
    }

    @Test
    void whatCameOnPaperIsSetAsideForNobodyInParticular() {
        String code = code();
        UUID voucher = shop.vouchers.byCode(shop.cashier(), code, member).id();

        assertThat(shop.vouchers.hold(shop.cashier(), null, List.of(TestVouchers.use(voucher, 100)), "sale"))
                .hasSize(1);
    }

    private String code() {
        UUID campaign = shop.live(Forms.way(Way.CODE).of(10L, null, null).form());
        return shop.codes(campaign, 1).get(0);
    }

    private UUID granted() {
        return shop.vouchers
                .grant(shop.manager(), shop.granting(), List.of(member))
                .vouchers()
                .get(0);
    }

    private List<UUID> offered(@Nullable UUID customer, UUID... shown) {
        return shop.vouchers.offers(shop.cashier(), customer, Arrays.asList(shown)).stream()
                .map(VoucherOffer::holdingId)
                .toList();
    }

    private static void refused(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(VoucherError.NOT_THE_HOLDERS));
    }
}
