package org.walletcounter.vouchers.internal.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Companion;
import org.walletcounter.vouchers.VoucherView;

/** The rows of vouchers that come into a hand. */
public final class NewVouchers {

    private static final Companion.Table TABLE = new Companion.Table(
            "vouchers.voucher",
            List.of(
                    "id",
                    "campaign_id",
                    "account_id",
                    "member_id",
                    "came",
                    "came_from",
                    "code_hash",
                    "to_pool",
                    "issued_at",
                    "valid_from",
                    "valid_until",
                    "journal_id"),
            List.of(
                    "uuid",
                    "uuid",
                    "int8",
                    "uuid",
                    "text",
                    "uuid",
                    "uuid",
                    "bool",
                    "timestamptz",
                    "timestamptz",
                    "timestamptz",
                    "uuid"));

    private static final String INSERT = "INSERT INTO vouchers.voucher (id, account_id, member_id, campaign_id, came,"
            + " came_from, code_hash, to_pool, issued_at, valid_from, valid_until, journal_id)"
            + " SELECT t.id, t.account, t.member, ?::uuid, ?::text, ?::uuid, ?::uuid, ?::bool, ?::timestamptz, ?::timestamptz,"
            + " ?::timestamptz, ?::uuid"
            + " FROM unnest(?::uuid[], ?::int8[], ?::uuid[]) AS t (id, account, member)";

    private NewVouchers() {}

    /** One that comes into a hand, before it has an account. */
    public static Held coming(Campaign campaign, UUID id, @Nullable UUID member, VoucherView.Came came, Instant now) {
        return new Held(
                id,
                campaign.id(),
                new AccountId(0),
                member,
                VoucherView.State.IN_HAND,
                0,
                came,
                null,
                null,
                false,
                now,
                campaign.validFrom(now),
                campaign.validUntil(now));
    }

    /** Its account: 1 while it is in hand. */
    public static AccountTerms account(Campaign campaign, UUID voucherId) {
        return AccountTerms.constrained(campaign.merchantId(), "voucher", campaign.unit(), "voucher:" + voucherId);
    }

    public static Companion.Row row(Held voucher, UUID journal) {
        return new Companion.Row(TABLE, values(voucher, journal));
    }

    private static Object[] values(Held voucher, UUID journal) {
        @Nullable
        Object[] values = {
            voucher.id(),
            voucher.campaignId(),
            voucher.account().value(),
            voucher.memberId(),
            voucher.came(),
            voucher.cameFrom(),
            voucher.codeHash(),
            voucher.toPool(),
            voucher.issuedAt(),
            voucher.validFrom(),
            voucher.validUntil(),
            journal
        };
        return values;
    }

    /** Inserts vouchers that are alike but for their id, account and member. */
    public static void insert(Database database, List<Held> alike, UUID journal) {
        List<UUID> ids = new ArrayList<>();
        List<Long> accounts = new ArrayList<>();
        List<@Nullable UUID> members = new ArrayList<>();
        for (Held voucher : alike) {
            ids.add(voucher.id());
            accounts.add(voucher.account().value());
            members.add(voucher.memberId());
        }
        Held model = alike.get(0);
        database.change(
                INSERT,
                model.campaignId(),
                model.came(),
                model.cameFrom(),
                model.codeHash(),
                model.toPool(),
                model.issuedAt(),
                model.validFrom(),
                model.validUntil(),
                journal,
                ids,
                accounts,
                members);
    }
}
