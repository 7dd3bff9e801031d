package org.walletcounter.vouchers.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.Posting;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.Available;
import org.walletcounter.vouchers.Checkout;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.HoldOnVoucher;
import org.walletcounter.vouchers.Redemption;
import org.walletcounter.vouchers.Step;
import org.walletcounter.vouchers.Taking;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.Vouchers;
import org.walletcounter.vouchers.internal.book.BudgetsLeft;
import org.walletcounter.vouchers.internal.book.HeldVouchers;
import org.walletcounter.vouchers.internal.codes.ReadingCodes;

/** The vouchers' door. */
@Stateless
@RolesAllowed({"cashier", "manager", "administrator", "system"})
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the door's own types
public class VouchersBean implements Vouchers {

    private static final int MOST_AT_ONCE = 5000;

    @Inject
    TakingVouchers taking;

    @Inject
    Granting granting;

    @Inject
    ReadingCodes readingCodes;

    @Inject
    HeldVouchers held;

    @Inject
    Offering offering;

    @Inject
    BudgetsLeft budgets;

    @Inject
    Redeeming redeeming;

    @Inject
    BuildingRedemptions building;

    @Inject
    Leaving leaving;

    @Inject
    Undoing undoing;

    @Inject
    VoucherChecks checks;

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Available> available(Actor actor, UUID memberId) {
        requireSelf(actor, memberId);
        return offering.available(actor, memberId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Available> coming(Actor actor, UUID memberId) {
        requireSelf(actor, memberId);
        return offering.coming(actor, memberId);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Available> grantable(Actor actor, UUID memberId) {
        return offering.grantable(actor, memberId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean running(Actor actor) {
        return offering.running(actor);
    }

    @Override
    @RolesAllowed({"member", "system"})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public VoucherView take(Actor actor, Taking wish) {
        requireSelf(actor, wish.memberId());
        return taking.take(actor, wish);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public VoucherView byCode(Actor actor, String code, @Nullable UUID memberId) {
        if (memberId != null) {
            requireSelf(actor, memberId);
        }
        return held.view(actor, readingCodes.voucher(actor, code, memberId));
    }

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    public Granted grant(Actor actor, UUID campaignId, List<UUID> memberIds) {
        if (memberIds.isEmpty() || memberIds.size() > MOST_AT_ONCE) {
            throw CounterException.at("memberIds", KernelError.FIELD_INVALID, "1–" + MOST_AT_ONCE);
        }
        return granting.grant(actor, campaignId, memberIds);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<VoucherView> of(Actor actor, UUID memberId, boolean all) {
        return held.of(actor, memberId, all);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<VoucherOffer> offers(Actor actor, @Nullable UUID memberId, List<UUID> shown) {
        return offering.offers(actor, memberId, shown);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<UUID, Long> budgetsLeft(Collection<UUID> campaignIds) {
        return budgets.of(campaignIds);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public VoucherView voucher(Actor actor, UUID voucherId) {
        return held.view(actor, held.seen(actor, voucherId));
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Step> story(Actor actor, UUID voucherId) {
        return held.story(actor, voucherId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public List<HoldOnVoucher> hold(Actor actor, @Nullable UUID memberId, List<Use> uses, String reason) {
        return redeeming.hold(actor, memberId, uses, reason);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public void release(Actor actor, List<UUID> holds) {
        redeeming.release(actor, holds);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Redemption redeem(Actor actor, Checkout checkout) {
        return building.of(actor, checkout);
    }

    @Override
    public List<Posting> undo(Actor actor, UUID voucherId, UUID paymentJournal, Money amount) {
        return undoing.undo(actor, voucherId, paymentJournal, amount);
    }

    @Override
    public VoucherView comeBack(Actor actor, UUID voucherId, UUID paymentJournal) {
        return leaving.comeBack(actor, voucherId, paymentJournal);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    public VoucherView withdraw(Actor actor, UUID voucherId, String reason) {
        return leaving.withdraw(actor, voucherId, reason);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "member", "system"})
    public VoucherView give(Actor actor, UUID voucherId, UUID friendId) {
        return leaving.give(actor, voucherId, friendId);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Finding> check() {
        return checks.all();
    }

    private static void requireSelf(Actor actor, UUID memberId) {
        if (actor.role().equals("member") && !actor.id().equals("member:" + memberId)) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
    }
}
