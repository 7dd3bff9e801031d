package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.vouchers.CampaignFigures;
import org.walletcounter.vouchers.ClearingStatement;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Database;

/** What has become of campaigns, and what merchants owe each other for them. */
@Dependent
class Figures {

    private static final String HANDS =
            "SELECT count(*) FILTER (WHERE came <> 'GIFT' AND NOT (to_pool AND state = 'EXPIRED'))"
                    + " AS issued, count(*) FILTER (WHERE state = 'IN_HAND') AS in_hand,"
                    + " count(*) FILTER (WHERE state = 'EXPIRED' AND NOT to_pool) AS expired,"
                    + " count(*) FILTER (WHERE state = 'WITHDRAWN') AS withdrawn FROM vouchers.voucher WHERE campaign_id = ?";

    private static final String USED = "SELECT count(*) AS used, coalesce(sum(saving - undone), 0)::int8 AS saved"
            + " FROM vouchers.redemption WHERE campaign_id = ? AND back_journal IS NULL";

    private static final String BETWEEN_US = " WHERE (honourer_id = ? OR funder_id = ?) AND honourer_id <> funder_id"
            + " AND business_day BETWEEN ? AND ?";

    /** Each on its own day, as in the books: what was settled for past days stays as it was when goods come back later. */
    private static final String CLEARING = "SELECT r.campaign_id, c.code, m.currency,"
            + " CASE WHEN m.honourer_id = ? THEN m.funder_id ELSE m.honourer_id END AS partner,"
            + " sum(m.uses) AS redemptions,"
            + " coalesce(sum(m.amount) FILTER (WHERE m.honourer_id = ?), 0)::int8 AS to_us,"
            + " coalesce(sum(m.amount) FILTER (WHERE m.funder_id = ?), 0)::int8 AS by_us"
            + " FROM (SELECT voucher_id, generation, honourer_id, funder_id, currency, amount, 1 AS uses"
            + " FROM vouchers.funding" + BETWEEN_US
            + " UNION ALL SELECT voucher_id, generation, honourer_id, funder_id, currency, -amount, 0"
            + " FROM vouchers.undoing" + BETWEEN_US + ") m"
            + " JOIN vouchers.redemption r USING (voucher_id, generation)"
            + " JOIN vouchers.campaign c ON c.id = r.campaign_id GROUP BY 1, 2, 3, 4 ORDER BY 2, 4, 3";

    private final Database database;
    private final Ledger ledger;
    private final Merchants merchants;

    @Inject
    Figures(Database database, Ledger ledger, Merchants merchants) {
        this.database = database;
        this.ledger = ledger;
        this.merchants = merchants;
    }

    CampaignFigures of(Campaign campaign) {
        CampaignFigures.Hands hands = database.first(
                        HANDS,
                        row -> new CampaignFigures.Hands(
                                row.getLong("issued"),
                                row.getLong("in_hand"),
                                row.getLong("expired"),
                                row.getLong("withdrawn")),
                        campaign.id())
                .orElseThrow();
        long[] used = database.first(USED, row -> new long[] {row.getLong("used"), row.getLong("saved")}, campaign.id())
                .orElseThrow();
        Campaign.Accounts accounts = campaign.accounts();
        boolean limited = accounts != null && accounts.pool() != null;
        return new CampaignFigures(
                limited ? -balance(campaign.opened().supply()) : 0,
                limited ? balance(campaign.opened().pool()) : 0,
                unclaimed(campaign),
                hands,
                used[0],
                Money.of(used[1], campaign.currency()),
                Money.of(accounts == null ? 0 : balance(accounts.budget()), campaign.currency()),
                database.number("SELECT count(*) FROM vouchers.follow WHERE campaign_id = ?", campaign.id()));
    }

    private long unclaimed(Campaign campaign) {
        return database
                .list(
                        "SELECT account_id FROM vouchers.batch WHERE campaign_id = ?",
                        row -> new AccountId(row.getLong(1)),
                        campaign.id())
                .stream()
                .mapToLong(this::balance)
                .sum();
    }

    private long balance(@Nullable AccountId account) {
        return account == null ? 0 : ledger.account(account).orElseThrow().balance();
    }

    ClearingStatement clearing(UUID us, LocalDate from, LocalDate to) {
        List<ClearingStatement.Line> lines = database.list(
                CLEARING,
                row -> {
                    UUID partner = Database.id(row, "partner");
                    String currency = row.getString("currency").strip();
                    return new ClearingStatement.Line(
                            Database.id(row, "campaign_id"),
                            row.getString("code"),
                            partner,
                            merchants.merchant(partner).code(),
                            row.getLong("redemptions"),
                            Money.of(row.getLong("to_us"), currency),
                            Money.of(row.getLong("by_us"), currency));
                },
                us,
                us,
                us,
                us,
                us,
                from,
                to,
                us,
                us,
                from,
                to);
        return new ClearingStatement(us, from, to, lines, nets(lines));
    }

    private static List<ClearingStatement.Net> nets(List<ClearingStatement.Line> lines) {
        Map<String, ClearingStatement.Net> nets = new LinkedHashMap<>();
        for (ClearingStatement.Line line : lines) {
            Money amount = line.owedToUs().minus(line.owedByUs());
            nets.merge(
                    line.partnerId() + amount.currency(),
                    new ClearingStatement.Net(line.partnerId(), line.partner(), amount),
                    (before, now) -> new ClearingStatement.Net(
                            now.partnerId(), now.partner(), before.amount().plus(now.amount())));
        }
        return new ArrayList<>(nets.values());
    }
}
