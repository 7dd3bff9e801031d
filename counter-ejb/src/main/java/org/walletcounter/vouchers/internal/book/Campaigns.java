package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Lease;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherError;

/**
 * Reads campaigns. What a till or a taking customer needs is remembered for two seconds on its node: so long another
 * node may take to hear of a pause. Thread-safe.
 */
@ApplicationScoped
public class Campaigns {

    public static final String COLUMNS = "SELECT c.* FROM vouchers.campaign c ";

    private static final String SEEN = COLUMNS + "WHERE c.id = ? AND (c.merchant_id = ? OR EXISTS (SELECT 1 FROM"
            + " vouchers.party p WHERE p.campaign_id = c.id AND p.merchant_id = ?))";

    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private final Database database;
    private final Definitions definitions;
    private final Clock clock;
    private final Map<UUID, Remembered> known = new ConcurrentHashMap<>();

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected Campaigns() {
        this.database = null;
        this.definitions = null;
        this.clock = null;
    }

    @Inject
    public Campaigns(Database database, Definitions definitions, Clock clock) {
        this.database = database;
        this.definitions = definitions;
        this.clock = clock;
    }

    private record Remembered(Campaign campaign, Lease lease) {}

    public Database database() {
        return database;
    }

    /** A campaign as it was at most two seconds ago. */
    public Campaign recent(UUID id) {
        Remembered remembered = known.get(id);
        if (remembered == null || !remembered.lease().holds(clock.instant())) {
            remembered = new Remembered(now(id), Lease.of(clock.instant(), REMEMBERED));
            known.put(id, remembered);
        }
        return remembered.campaign();
    }

    /** A campaign as it is. */
    public Campaign now(UUID id) {
        return find(id).orElseThrow(() -> new CounterException(VoucherError.NO_SUCH_CAMPAIGN));
    }

    /** A campaign of a merchant, as it is, locked until the transaction ends. */
    public Campaign locked(UUID merchantId, UUID id) {
        return database.first(COLUMNS + "WHERE c.id = ? AND c.merchant_id = ? FOR UPDATE", this::read, id, merchantId)
                .orElseThrow(() -> new CounterException(VoucherError.NO_SUCH_CAMPAIGN));
    }

    /** A campaign that a merchant runs or takes part in. */
    public Campaign seenBy(UUID merchantId, UUID id) {
        return seen(SEEN, merchantId, id);
    }

    /** The same, locked until the transaction ends: whoever changes it waits, and was waited for. */
    public Campaign seenAndLockedBy(UUID merchantId, UUID id) {
        return seen(SEEN + " FOR UPDATE OF c", merchantId, id);
    }

    private Campaign seen(String sql, UUID merchantId, UUID id) {
        return database.first(sql, this::read, id, merchantId, merchantId)
                .orElseThrow(() -> new CounterException(VoucherError.NO_SUCH_CAMPAIGN));
    }

    public Optional<Campaign> find(UUID id) {
        return database.first(COLUMNS + "WHERE c.id = ?", this::read, id);
    }

    /** The live campaigns of a merchant that an event may bring vouchers of. */
    public List<Campaign> broughtBy(UUID merchantId, Event event) {
        return database.list(
                COLUMNS + "WHERE c.merchant_id = ? AND c.event = ? AND c.state = 'LIVE' ORDER BY c.id",
                this::read,
                merchantId,
                event);
    }

    public void forget(UUID id) {
        known.remove(id);
    }

    public Campaign read(ResultSet row) throws SQLException {
        Long supply = Database.number(row, "supply_account");
        return new Campaign(
                Database.id(row, "id"),
                Database.id(row, "merchant_id"),
                row.getInt("version"),
                CampaignView.State.valueOf(row.getString("state")),
                form(row),
                supply == null ? null : accounts(row, supply),
                row.getString("generic_tail"),
                row.getString("made_by"),
                Database.requiredMoment(row, "made_at"));
    }

    private CampaignForm form(ResultSet row) throws SQLException {
        String currency = Currency.getInstance(row.getString("currency")).getCurrencyCode();
        return new CampaignForm(
                row.getString("code"),
                new CampaignForm.Texts(
                        row.getString("name_en"),
                        row.getString("name_zh"),
                        row.getString("note_en"),
                        row.getString("note_zh")),
                definitions.readKept(row.getString("terms"), VoucherTerms.class),
                giving(row, currency),
                new CampaignForm.Validity(
                        Database.moment(row, "valid_from"),
                        Database.moment(row, "valid_until"),
                        Database.count(row, "valid_after"),
                        Database.count(row, "valid_days")),
                new CampaignForm.Quantity(
                        Database.number(row, "total"),
                        Database.number(row, "per_day"),
                        Database.count(row, "per_person"),
                        Database.number(row, "budget"),
                        currency),
                new CampaignForm.Keeping(
                        row.getBoolean("giving"), row.getString("back").equals("WHOLE"), row.getInt("remind_days")),
                List.of());
    }

    private static CampaignForm.Giving giving(ResultSet row, String currency) throws SQLException {
        String event = row.getString("event");
        Long amount = Database.number(row, "event_amount");
        return new CampaignForm.Giving(
                Way.valueOf(row.getString("way")),
                event == null ? null : Event.valueOf(event),
                Database.count(row, "event_days"),
                amount == null ? null : Money.of(amount, currency),
                Database.requiredMoment(row, "open_from"),
                Database.requiredMoment(row, "open_until"),
                null);
    }

    private static Campaign.Accounts accounts(ResultSet row, long supply) throws SQLException {
        return new Campaign.Accounts(
                new AccountId(supply),
                account(row, "pool_account"),
                new AccountId(row.getLong("used_account")),
                new AccountId(row.getLong("expired_account")),
                new AccountId(row.getLong("withdrawn_account")),
                account(row, "budget_account"),
                account(row, "spent_account"));
    }

    private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        Long id = Database.number(row, column);
        return id == null ? null : new AccountId(id);
    }
}
