package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignView.State;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Honouring;
import org.walletcounter.vouchers.internal.book.VoucherJournals;

/** Moves campaigns through their life, and vouchers into and out of their pools. */
@Dependent
class CampaignLife {

    private static final String OPENED = "UPDATE vouchers.campaign SET state = 'LIVE', live_at = ?, supply_account = ?,"
            + " pool_account = ?, used_account = ?, expired_account = ?, withdrawn_account = ?, budget_account = ?,"
            + " spent_account = ?, version = version + 1 WHERE id = ?";

    private final Ledger ledger;
    private final Campaigns campaigns;
    private final Honouring honouring;
    private final VoucherJournals journals;
    private final Event<PrivilegedAct> acts;

    @Inject
    CampaignLife(
            Ledger ledger,
            Campaigns campaigns,
            Honouring honouring,
            VoucherJournals journals,
            Event<PrivilegedAct> acts) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.honouring = honouring;
        this.journals = journals;
        this.acts = acts;
    }

    void move(Actor actor, UUID id, State to) {
        Campaign campaign = campaigns.locked(actor.merchantId(), id);
        if (!mayMove(campaign.state(), to)) {
            throw new CounterException(VoucherError.MOVE_NOT_POSSIBLE, campaign.state(), to);
        }
        if (campaign.state() == State.DRAFT) {
            CampaignFormRules.requireWorth(campaign.form()); // what was drafted before may promise what is never drawn
            open(actor, campaign);
        } else {
            if (to == State.ENDED) {
                takeOut(actor, campaign, left(campaign));
            }
            campaigns
                    .database()
                    .change("UPDATE vouchers.campaign SET state = ?, version = version + 1 WHERE id = ?", to, id);
        }
        campaigns.forget(id);
        acts.fire(new PrivilegedAct(actor, "voucher-campaign.moved", "voucher-campaign:" + id, to.name()));
    }

    private static boolean mayMove(State from, State to) {
        return switch (from) {
            case DRAFT -> to == State.LIVE;
            case LIVE -> to == State.PAUSED || to == State.ENDED;
            case PAUSED -> to == State.LIVE || to == State.ENDED;
            case ENDED -> false;
        };
    }

    private void open(Actor actor, Campaign campaign) {
        if (!Honouring.allAgreed(honouring.parties(campaign))) {
            throw new CounterException(VoucherError.PARTNER_NOT_AGREED);
        }
        CampaignForm.Quantity quantity = campaign.form().quantity();
        AccountId supply = free(campaign, "voucher-supply", campaign.unit());
        AccountId pool = quantity.total() == null ? null : floored(campaign, "voucher-pool", campaign.unit());
        String budgetUnit = "BUD:" + campaign.id();
        AccountId budget = quantity.budget() == null ? null : floored(campaign, "budget", budgetUnit);
        AccountId spent = quantity.budget() == null ? null : free(campaign, "budget-spent", budgetUnit);
        campaigns
                .database()
                .change(
                        OPENED,
                        journals.clock().instant(),
                        supply.value(),
                        value(pool),
                        free(campaign, "voucher-used", campaign.unit()).value(),
                        free(campaign, "voucher-expired", campaign.unit()).value(),
                        free(campaign, "voucher-withdrawn", campaign.unit()).value(),
                        value(budget),
                        value(spent),
                        campaign.id());
        if (pool != null) {
            fill(actor, campaign, new Move("voucher-pool-filled", supply, pool, orNone(quantity.total())));
            ledger.cap(pool, new AccountView.Caps(null, quantity.perDay()));
        }
        if (budget != null) {
            AccountId origin = free(campaign, "budget-supply", budgetUnit);
            fill(actor, campaign, new Move("voucher-budget-set", origin, budget, orNone(quantity.budget())));
        }
    }

    private void fill(Actor actor, Campaign campaign, Move move) {
        if (move.count() > 0) {
            post(actor, campaign, move);
        }
    }

    private static long orNone(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /** Puts more in, or takes some out that are still there. */
    void restock(Actor actor, UUID id, long by) {
        Campaign campaign = campaigns.locked(actor.merchantId(), id);
        if (campaign.state() != State.LIVE && campaign.state() != State.PAUSED) {
            throw new CounterException(VoucherError.NOT_RUNNING);
        }
        AccountId pool = campaign.opened().pool();
        if (pool == null || by == 0) {
            throw CounterException.at("by", VoucherError.QUANTITY_INVALID, 1, Integer.MAX_VALUE);
        }
        if (by > 0) {
            post(
                    actor,
                    campaign,
                    new Move("voucher-pool-filled", campaign.opened().supply(), pool, by));
        } else {
            takeOut(actor, campaign, -by);
        }
        campaigns
                .database()
                .change("UPDATE vouchers.campaign SET total = total + ?, version = version + 1 WHERE id = ?", by, id);
        campaigns.forget(id);
        acts.fire(new PrivilegedAct(actor, "voucher-campaign.restocked", "voucher-campaign:" + id, Long.toString(by)));
    }

    /** A partner agrees to the draft that it has seen, which nobody changes while it does. */
    void agree(Actor actor, UUID id, int version) {
        Campaign campaign = campaigns.seenAndLockedBy(actor.merchantId(), id);
        if (campaign.state() != State.DRAFT || campaign.version() != version) {
            throw new CounterException(KernelError.CHANGED_MEANWHILE);
        }
        campaigns
                .database()
                .change(
                        "UPDATE vouchers.party SET agreed_at = ?, agreed_by = ? WHERE campaign_id = ? AND merchant_id = ?"
                                + " AND agreed_at IS NULL",
                        journals.clock().instant(),
                        actor.id(),
                        id,
                        actor.merchantId());
        acts.fire(new PrivilegedAct(actor, "voucher-campaign.agreed", "voucher-campaign:" + id, "version " + version));
    }

    long left(Campaign campaign) {
        AccountId pool = campaign.accounts() == null ? null : campaign.opened().pool();
        return pool == null ? 0 : ledger.account(pool).orElseThrow().available();
    }

    /** What is taken out of the pool is taken back: it does not count as given out today. */
    private void takeOut(Actor actor, Campaign campaign, long count) {
        AccountId pool = campaign.opened().pool();
        if (pool == null || count == 0) {
            return;
        }
        long left = left(campaign);
        if (count > left) {
            throw CounterException.at("by", VoucherError.TOO_FEW_LEFT, left);
        }
        Journal out = journal(
                actor,
                campaign,
                new Move("voucher-pool-emptied", pool, campaign.opened().supply(), count));
        ledger.post(new Journal(out.id(), out.kind(), out.scope(), out.facts().recovering(), out.postings()));
    }

    private record Move(String kind, AccountId from, AccountId to, long count) {}

    private void post(Actor actor, Campaign campaign, Move move) {
        ledger.post(journal(actor, campaign, move));
    }

    private Journal journal(Actor actor, Campaign campaign, Move move) {
        return journals.of(
                campaign,
                actor,
                new VoucherJournals.Entry(
                        move.kind(),
                        null,
                        List.of(),
                        VoucherJournals.moving(move.from(), move.to(), move.count()),
                        Map.of()));
    }

    private AccountId free(Campaign campaign, String kind, String unit) {
        return ledger.open(AccountTerms.free(campaign.merchantId(), kind, unit, owner(campaign)));
    }

    private AccountId floored(Campaign campaign, String kind, String unit) {
        return ledger.open(AccountTerms.constrained(campaign.merchantId(), kind, unit, owner(campaign)));
    }

    private static String owner(Campaign campaign) {
        return "campaign:" + campaign.id();
    }

    private static @Nullable Long value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }
}
