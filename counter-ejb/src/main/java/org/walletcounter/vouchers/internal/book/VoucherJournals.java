package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Posting;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.vouchers.VoucherError;

/** Writes the journals that move vouchers. */
@Dependent
public class VoucherJournals {

    private final Merchants merchants;
    private final Clock clock;

    @Inject
    public VoucherJournals(Merchants merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    public Clock clock() {
        return clock;
    }

    /** The business day of the campaign's merchant. */
    public LocalDate today(Campaign campaign) {
        return merchants.businessDay(campaign.merchantId(), clock.instant());
    }

    /** A journal of this moment in the book of the campaign's merchant. */
    public Journal of(Campaign campaign, Actor actor, Entry entry) {
        Instant now = clock.instant();
        return new Journal(
                Ids.next(clock),
                entry.kind(),
                new Journal.Scope(campaign.merchantId(), null, null, actor.id(), entry.member()),
                Journal.Facts.plain(now, merchants.businessDay(campaign.merchantId(), now), document(campaign, entry))
                        .claiming(entry.claims()),
                entry.postings());
    }

    private static String document(Campaign campaign, Entry entry) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("campaign", campaign.form().code());
        entry.about().forEach(json::add);
        return json.build().toString();
    }

    /** So many vouchers from one account to another. */
    public static List<Posting> moving(AccountId from, AccountId to, long count) {
        return List.of(new Posting(from, -count), new Posting(to, count));
    }

    /** Posts a journal that takes out of a campaign's pool, and says so in the vouchers' own words when it is empty. */
    public static void postFromPool(Ledger ledger, Journal journal) {
        try {
            ledger.post(journal);
        } catch (CounterException refusal) {
            ErrorCode error = refusal.error();
            if (error == LedgerError.INSUFFICIENT_FUNDS) {
                throw new CounterException(VoucherError.GONE);
            }
            if (error == LedgerError.OVER_DAILY_CAP) {
                throw new CounterException(VoucherError.GONE_FOR_TODAY);
            }
            throw refusal;
        }
    }

    /**
     * What a journal says.
     *
     * @param about what else its document says
     */
    public record Entry(
            String kind,
            @Nullable UUID member,
            List<Claim> claims,
            List<Posting> postings,
            Map<String, String> about) {}
}
