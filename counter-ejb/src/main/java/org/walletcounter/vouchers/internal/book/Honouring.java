package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Proportion;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherError;

/** Who honours a campaign's vouchers, and who bears what part of each saving. */
@Dependent
public class Honouring {

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

    /** Splits a saving among those who fund it, to the last minor unit. Whose part is too small for one is not among them. */
    public static List<Share> split(long saving, List<Party> parties) {
        long[] amounts = divide(saving, parties.stream().mapToLong(Party::share).toArray());
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] > 0) {
                shares.add(new Share(parties.get(i).merchantId(), amounts[i]));
            }
        }
        return shares;
    }

    /**
     * Divides an amount, zero or more, by weights, to the last minor unit: the largest remainders get what is left over, among
     * equals the first. No part is larger than its weight while the amount is not larger than their sum. All weights zero:
     * nothing is divided.
     */
    public static long[] divide(long amount, long[] weights) {
        long whole = LongStream.of(weights).sum();
        long[] parts = new long[weights.length];
        if (whole == 0) {
            return parts;
        }
        long[] remainders = new long[weights.length];
        List<Integer> byRemainder = new ArrayList<>();
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            parts[i] = new Proportion(weights[i], whole).of(amount);
            // Exact even where both products pass 64 bits: their difference is below the whole.
            remainders[i] = amount * weights[i] - parts[i] * whole;
            left -= parts[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingLong((Integer i) -> -remainders[i]));
        for (int i = 0; i < left; i++) {
            parts[byRemainder.get(i)]++;
        }
        return parts;
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
