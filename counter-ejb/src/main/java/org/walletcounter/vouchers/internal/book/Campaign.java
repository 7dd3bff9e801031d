package org.walletcounter.vouchers.internal.book;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherView;

/**
 * A campaign as its row says.
 *
 * @param version counted up by each change
 * @param form without its parties
 * @param accounts null while it is a draft
 */
public record Campaign(
        UUID id,
        UUID merchantId,
        int version,
        CampaignView.State state,
        CampaignForm form,
        @Nullable Accounts accounts,
        @Nullable String genericTail,
        String madeBy,
        Instant madeAt) {

    /**
     * Its accounts on the ledger.
     *
     * @param supply free: all that ever came
     * @param pool floor 0: what is left to give out; null if there is no end to it
     * @param budget floor 0; null without one
     */
    public record Accounts(
            AccountId supply,
            @Nullable AccountId pool,
            AccountId used,
            AccountId expired,
            AccountId withdrawn,
            @Nullable AccountId budget,
            @Nullable AccountId spent) {

        /** Where vouchers are given out from. */
        public AccountId source() {
            return pool == null ? supply : pool;
        }
    }

    /** Whether its vouchers can be used: it is not paused. */
    public boolean awake() {
        return state != CampaignView.State.PAUSED;
    }

    public String unit() {
        return unit(id);
    }

    public static String unit(UUID campaignId) {
        return "VCH:" + campaignId;
    }

    public Accounts opened() {
        if (accounts == null) {
            throw new IllegalStateException("Campaign " + id + " is a draft and has no accounts yet.");
        }
        return accounts;
    }

    public String currency() {
        return form.quantity().currency();
    }

    /** From when a voucher is valid that comes into a hand at this moment. */
    public Instant validFrom(Instant issued) {
        CampaignForm.Validity validity = form.validity();
        if (validity.from() != null) {
            return validity.from();
        }
        return validity.after() == null ? issued : issued.plus(Duration.ofDays(validity.after()));
    }

    /** Until when it is. */
    public Instant validUntil(Instant issued) {
        CampaignForm.Validity validity = form.validity();
        if (validity.until() != null) {
            return validity.until();
        }
        int days = validity.days() == null ? 1 : validity.days();
        return validFrom(issued).plus(Duration.ofDays(days));
    }

    public VoucherView.CampaignLine line() {
        return line(merchantId);
    }

    /** As people of a merchant read it: what another merchant's campaign gave is not theirs to give away. */
    public VoucherView.CampaignLine line(UUID reader) {
        return new VoucherView.CampaignLine(
                id,
                form.code(),
                form.kind(),
                form.texts(),
                form.terms(),
                currency(),
                form.keeping().givable() && reader.equals(merchantId));
    }
}
