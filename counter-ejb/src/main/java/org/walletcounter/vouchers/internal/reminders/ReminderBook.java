package org.walletcounter.vouchers.internal.reminders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.vouchers.Reminder;
import org.walletcounter.vouchers.Reminder.Kind;
import org.walletcounter.vouchers.Reminders;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Database;

/** What members were reminded of, in {@code vouchers.reminder}. Joins a transaction. */
@Dependent
public class ReminderBook {

    private static final int LONGEST_PAGE = 100;

    private static final String WRITE = "INSERT INTO vouchers.reminder (id, member_id, merchant_id, kind, campaign_id,"
            + " voucher_id, at, until, text_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String PAGE = "SELECT r.*, c.name_en, c.name_zh FROM vouchers.reminder r"
            + " JOIN vouchers.campaign c ON c.id = r.campaign_id WHERE r.member_id = ? AND r.id < ?"
            + " ORDER BY r.id DESC LIMIT ?";

    private static final String SEEN =
            "UPDATE vouchers.reminder SET seen_at = coalesce(seen_at, ?), text_at = NULL WHERE member_id = ?";

    private final Database database;
    private final Merchants merchants;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public ReminderBook(Database database, Merchants merchants, Outbox outbox, Clock clock) {
        this.database = database;
        this.merchants = merchants;
        this.outbox = outbox;
        this.clock = clock;
    }

    Database database() {
        return database;
    }

    Merchants merchants() {
        return merchants;
    }

    Clock clock() {
        return clock;
    }

    /**
     * Something to be said to a member.
     *
     * @param voucherId for {@link Kind#EXPIRING}
     */
    record News(
            Kind kind, UUID memberId, About about, @Nullable UUID voucherId, Instant until) {}

    /** The campaign that it is about. */
    record About(UUID merchantId, UUID campaignId, String nameEn, String nameZh) {}

    /** Writes down what is said, and puts it into the outbox. */
    void write(News news) {
        Instant now = clock.instant();
        About about = news.about();
        Instant awake =
                QuietHours.after(now, merchants.merchant(about.merchantId()).zone());
        database.change(
                WRITE,
                Ids.next(clock),
                news.memberId(),
                about.merchantId(),
                news.kind(),
                about.campaignId(),
                news.voucherId(),
                now,
                news.until(),
                awake.isBefore(news.until()) ? awake : null);
        outbox.put(
                news.voucherId() == null ? Reminders.TOPIC : Reminders.EXPIRING,
                news.memberId(),
                message(news).build().toString());
    }

    private static JsonObjectBuilder message(News news) {
        About about = news.about();
        JsonObjectBuilder message = Json.createObjectBuilder()
                .add("merchantId", about.merchantId().toString())
                .add("memberId", news.memberId().toString())
                .add("campaignId", about.campaignId().toString())
                .add("nameEn", about.nameEn())
                .add("nameZh", about.nameZh());
        UUID voucher = news.voucherId();
        return voucher == null
                ? message.add("kind", news.kind().name())
                        .add("until", news.until().toString())
                : message.add("voucherId", voucher.toString())
                        .add("validUntil", news.until().toString());
    }

    Page<Reminder> page(UUID member, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
        List<Reminder> found =
                new ArrayList<>(database.list(PAGE, ReminderBook::read, member, before(after), most + 1));
        boolean more = found.size() > most;
        List<Reminder> page = more ? found.subList(0, most) : found;
        return new Page<>(List.copyOf(page), more ? page.get(most - 1).id().toString() : null);
    }

    long unseen(UUID member) {
        return database.number(
                "SELECT count(*) FROM vouchers.reminder WHERE member_id = ? AND seen_at IS NULL", member);
    }

    void seen(UUID member, UUID reminder) {
        if (database.change(SEEN + " AND id = ?", clock.instant(), member, reminder) == 0) {
            throw new CounterException(VoucherError.NO_SUCH_REMINDER);
        }
    }

    void allSeen(UUID member) {
        database.change(SEEN + " AND seen_at IS NULL", clock.instant(), member);
    }

    private static Reminder read(ResultSet row) throws SQLException {
        return new Reminder(
                Database.id(row, "id"),
                Kind.valueOf(row.getString("kind")),
                Database.id(row, "campaign_id"),
                row.getString("name_en"),
                row.getString("name_zh"),
                Database.optionalId(row, "voucher_id"),
                Database.requiredMoment(row, "at"),
                Database.requiredMoment(row, "until"),
                Database.moment(row, "seen_at") != null);
    }

    private static UUID before(@Nullable String after) {
        try {
            return after == null ? new UUID(-1, -1) : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }
}
