package org.walletcounter.vouchers.internal.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView;

/** A voucher as its row says. */
public record Held(
        UUID id,
        UUID campaignId,
        AccountId account,
        @Nullable UUID memberId,
        VoucherView.State state,
        int generation,
        VoucherView.Came came,
        @Nullable UUID cameFrom,
        @Nullable UUID codeHash,
        boolean toPool,
        Instant issuedAt,
        Instant validFrom,
        Instant validUntil) {

    public static Held read(ResultSet row) throws SQLException {
        return new Held(
                Database.id(row, "id"),
                Database.id(row, "campaign_id"),
                new AccountId(row.getLong("account_id")),
                Database.optionalId(row, "member_id"),
                VoucherView.State.valueOf(row.getString("state")),
                row.getInt("generation"),
                VoucherView.Came.valueOf(row.getString("came")),
                Database.optionalId(row, "came_from"),
                Database.optionalId(row, "code_hash"),
                row.getBoolean("to_pool"),
                Database.requiredMoment(row, "issued_at"),
                Database.requiredMoment(row, "valid_from"),
                Database.requiredMoment(row, "valid_until"));
    }

    /** The name that whatever takes it out of the hand claims: it leaves once, then it is another generation's. */
    public Claim leaving() {
        return new Claim("voucher", id + "/" + generation, VoucherError.ALREADY_USED);
    }

    /** The same on an account. */
    public Held on(AccountId opened) {
        return new Held(
                id,
                campaignId,
                opened,
                memberId,
                state,
                generation,
                came,
                cameFrom,
                codeHash,
                toPool,
                issuedAt,
                validFrom,
                validUntil);
    }

    /** The same, come with a unique code. */
    public Held ofCode(UUID hash) {
        return new Held(
                id,
                campaignId,
                account,
                memberId,
                state,
                generation,
                came,
                cameFrom,
                hash,
                toPool,
                issuedAt,
                validFrom,
                validUntil);
    }

    /** The same, of a member: it was whoever's had the code. */
    public Held heldBy(UUID member) {
        return new Held(
                id,
                campaignId,
                account,
                member,
                state,
                generation,
                came,
                cameFrom,
                codeHash,
                toPool,
                issuedAt,
                validFrom,
                validUntil);
    }

    /** The same, lent for a checkout: what is not used by then goes back to where it came from. */
    public Held lentUntil(Instant then) {
        return new Held(
                id,
                campaignId,
                account,
                memberId,
                state,
                generation,
                came,
                cameFrom,
                codeHash,
                true,
                issuedAt,
                validFrom,
                then.isBefore(validUntil) ? then : validUntil);
    }

    /** What a friend gets of it: the same until the same day. */
    public Held givenTo(UUID newId, UUID friend, Instant now) {
        return new Held(
                newId,
                campaignId,
                account,
                friend,
                VoucherView.State.IN_HAND,
                0,
                VoucherView.Came.GIFT,
                id,
                null,
                false,
                now,
                validFrom,
                validUntil);
    }

    public VoucherView view(Campaign campaign, boolean held) {
        return view(campaign, campaign.merchantId(), held);
    }

    /** As people of a merchant read it. */
    public VoucherView view(Campaign campaign, UUID reader, boolean held) {
        return new VoucherView(
                id,
                campaign.line(reader),
                memberId,
                state,
                held,
                !campaign.awake(),
                came,
                issuedAt,
                validFrom,
                validUntil);
    }
}
