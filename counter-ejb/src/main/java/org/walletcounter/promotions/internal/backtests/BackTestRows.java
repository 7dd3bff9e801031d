package org.walletcounter.promotions.internal.backtests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.BackTestResult;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PastSales;
import org.walletcounter.promotions.internal.tables.Tables;

/** The table of back-tests. */
final class BackTestRows {

    /** A worker that was not heard of for so long has given up. */
    static final Duration GIVEN_UP = Duration.ofSeconds(60);

    /** So often it is claimed without getting further before it has failed. */
    static final int MOST_ATTEMPTS = 3;

    private static final String ALL =
            "SELECT id, campaign_id, version, from_day, until_day, stores, draft, state, orders_total,"
                    + " orders_done, result, author, asked_at, ended_at FROM promotions.back_test";

    /** Who is bound to a store sees what was tried on its sales alone; the store is given twice, null for all. */
    private static final String OF_STORE = " AND (?::uuid IS NULL OR stores = ARRAY[?::uuid])";

    private final Tables tables;
    private final Definitions definitions;

    BackTestRows(Tables tables, Definitions definitions) {
        this.tables = tables;
        this.definitions = definitions;
    }

    void insert(BackTestView view, Setting setting, Offers rivals) {
        BackTests.Order order = view.order();
        tables.change(
                "INSERT INTO promotions.back_test (id, merchant_id, campaign_id, version, from_day, until_day, stores,"
                        + " draft, rivals, state, result, author, asked_at, touched_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, 'WAITING', ?, ?, ?, ?)",
                view.id(),
                setting.merchantId(),
                order.campaignId(),
                order.version(),
                order.from(),
                order.until(),
                array(order.stores()),
                definitions.write(setting.draft()),
                definitions.write(rivals),
                definitions.write(view.result()),
                view.author(),
                view.askedAt(),
                view.askedAt());
    }

    Optional<BackTestView> find(UUID merchantId, @Nullable UUID store, UUID id) {
        return tables.first(
                this::view, ALL + " WHERE merchant_id = ?" + OF_STORE + " AND id = ?", merchantId, store, store, id);
    }

    List<BackTestView> page(UUID merchantId, @Nullable UUID store, @Nullable UUID campaign, UUID before, int limit) {
        return tables.list(
                this::view,
                ALL + " WHERE merchant_id = ?" + OF_STORE + " AND (?::uuid IS NULL OR campaign_id = ?) AND id < ?"
                        + " ORDER BY id DESC LIMIT ?",
                merchantId,
                store,
                store,
                campaign,
                campaign,
                before,
                limit);
    }

    boolean cancel(UUID merchantId, UUID id, Instant now) {
        return tables.change(
                        "UPDATE promotions.back_test SET state = 'CANCELLED', ended_at = ?"
                                + " WHERE merchant_id = ? AND id = ? AND state IN ('WAITING', 'RUNNING')",
                        now,
                        merchantId,
                        id)
                == 1;
    }

    /** Marks those as failed that broke off again and again; says how many. */
    int giveUp(Instant now) {
        return tables.change(
                "UPDATE promotions.back_test SET state = 'FAILED', ended_at = ?"
                        + " WHERE state = 'RUNNING' AND touched_at < ? AND attempts >= ?",
                now,
                now.minus(GIVEN_UP),
                MOST_ATTEMPTS);
    }

    /** Claims the oldest one that waits or was given up. Several nodes may ask at once; each gets another. */
    Optional<Claimed> claim(Instant now) {
        UUID claim = UUID.randomUUID();
        return tables.first(
                row -> claimed(row, claim),
                "UPDATE promotions.back_test SET state = 'RUNNING', claim = ?, touched_at = ?, attempts = attempts + 1"
                        + " WHERE id = (SELECT id FROM promotions.back_test WHERE state = 'WAITING'"
                        + " OR (state = 'RUNNING' AND touched_at < ?) ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)"
                        + " RETURNING id, merchant_id, from_day, until_day, stores, draft, rivals, orders_total, orders_done,"
                        + " last_day, last_id, result",
                claim,
                now,
                now.minus(GIVEN_UP));
    }

    void count(Claimed run, long orders) {
        tables.change("UPDATE promotions.back_test SET orders_total = ? WHERE id = ?", orders, run.id);
    }

    /** Keeps how far it is; answers false when it was cancelled or taken over meanwhile. */
    boolean keep(Claimed run, Progress progress, boolean done, Instant now) {
        PastSales.Cursor last = progress.last;
        return tables.change(
                        "UPDATE promotions.back_test SET orders_done = ?, last_day = ?, last_id = ?, result = ?,"
                                + " attempts = 0, touched_at = ?, state = CASE WHEN ? THEN 'DONE' ELSE state END,"
                                + " ended_at = CASE WHEN ? THEN ?::timestamptz END"
                                + " WHERE id = ? AND claim = ? AND state = 'RUNNING'",
                        progress.done,
                        last == null ? null : last.day(),
                        last == null ? null : last.id(),
                        definitions.write(progress.result),
                        now,
                        done,
                        done,
                        now,
                        run.id,
                        run.claim)
                == 1;
    }

    private Claimed claimed(ResultSet row, UUID claim) throws SQLException {
        CampaignView draft = definitions.readKept(row.getString("draft"), CampaignView.class);
        PastSales.Period period = new PastSales.Period(
                Tables.id(row, "merchant_id"),
                draft.content().terms().currency(),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                stores(row));
        LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        Progress progress = new Progress(
                row.getLong("orders_done"),
                lastDay == null ? null : new PastSales.Cursor(lastDay, Tables.id(row, "last_id")),
                definitions.readKept(row.getString("result"), BackTestResult.class));
        Offers rivals = definitions.readKept(row.getString("rivals"), Offers.class);
        boolean counted = row.getObject("orders_total") != null;
        return new Claimed(Tables.id(row, "id"), claim, period, draft, rivals, counted, progress);
    }

    private BackTestView view(ResultSet row) throws SQLException {
        CampaignView draft = definitions.readKept(row.getString("draft"), CampaignView.class);
        return new BackTestView(
                Tables.id(row, "id"),
                new BackTests.Order(
                        Tables.id(row, "campaign_id"),
                        row.getInt("version"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        stores(row)),
                draft.content().terms().names(),
                draft.content().limits().budget(),
                BackTestView.State.valueOf(row.getString("state")),
                row.getObject("orders_total", Long.class),
                row.getLong("orders_done"),
                row.getString("author"),
                Objects.requireNonNull(Tables.moment(row, "asked_at")),
                Tables.moment(row, "ended_at"),
                definitions.readKept(row.getString("result"), BackTestResult.class));
    }

    private static String array(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static List<UUID> stores(ResultSet row) throws SQLException {
        return List.of((UUID[]) row.getArray("stores").getArray());
    }

    /** Whose draft is tried. */
    record Setting(UUID merchantId, CampaignView draft) {}

    /** How far a run is. */
    record Progress(long done, PastSales.@Nullable Cursor last, BackTestResult result) {}

    /** A run that this node works on. */
    record Claimed(
            UUID id,
            UUID claim,
            PastSales.Period period,
            CampaignView draft,
            Offers rivals,
            boolean counted,
            Progress progress) {}
}
