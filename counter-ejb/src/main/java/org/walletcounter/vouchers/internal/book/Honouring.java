package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherError;

/** Who honours a campaign's vouchers, and who bears what part of each saving. */
@Dependent
public class Honouring {

    private static final int WHOLE = 10_000;

    private static final String PARTIES = "SELECT merchant_id, honours, share, agreed_at FROM vouchers.party"
            + " WHERE campaign_id = ? ORDER BY merchant_id <> ?, merchant_id";

    private final Database database;

    @Inject
    public Honouring(Database database) {
        this.database = database;
    }

    /** A merchant that takes part. */
    public record Party(
            UUID merchantId,
            boolean honours,
            int share,
            @Nullable Instant agreedAt) {}

    /** What one bears of a saving. */
    public record Share(UUID merchantId, long amount) {}

    /** Who takes part, the campaign's own merchant first. */
    public List<Party> parties(Campaign campaign) {
        return database.list(
                PARTIES,
                row -> new Party(
                        Database.id(row, "merchant_id"),
                        row.getBoolean("honours"),
                        row.getInt("share"),
                        Database.moment(row, "agreed_at")),
                campaign.id(),
                campaign.merchantId());
    }

    public void requireHonoured(UUID merchantId, Campaign campaign) {
        if (!honoured(merchantId, campaign)) {
            throw new CounterException(VoucherError.NOT_HONOURED_HERE);
        }
    }

    public boolean honoured(UUID merchantId, Campaign campaign) {
        return parties(campaign).stream().anyMatch(each -> each.merchantId().equals(merchantId) && each.honours());
    }

    /** Splits a saving among those who fund it, to the last minor unit: the largest remainders get what is left over. */
    public static List<Share> split(long saving, List<Party> parties) {
        List<Party> funding = parties.stream().filter(each -> each.share() > 0).toList();
        long[] amounts = new long[funding.size()];
        long given = 0;
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.multiplyExact(saving, funding.get(i).share()) / WHOLE;
            given += amounts[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingLong(
                (Integer i) -> -(saving * funding.get(i).share() % WHOLE)));
        for (int i = 0; given < saving; i++, given++) {
            amounts[byRemainder.get(i % amounts.length)]++;
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            shares.add(new Share(funding.get(i).merchantId(), amounts[i]));
        }
        return shares.stream().filter(share -> share.amount() > 0).toList();
    }

    /** Those who still have to agree. */
    public static boolean allAgreed(List<Party> parties) {
        return parties.stream().allMatch(each -> each.agreedAt() != null);
    }

    /** As people see them. */
    public static CampaignView.Party view(Party party, String code) {
        return new CampaignView.Party(party.merchantId(), code, party.honours(), party.share(), party.agreedAt());
    }
}
