package org.walletcounter.promotions.internal.campaigns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.tables.Tables;

/** The table of campaigns. Joins the caller's transaction. */
final class CampaignRows {

    private static final String ALL = "SELECT id, version, state, terms, runs_from, runs_until, budget, total_limit,"
            + " day_limit, store_limit, person_limit, author, approver, changed_at FROM promotions.campaign c";

    private final DataSource source;
    private final Definitions definitions;

    CampaignRows(DataSource source, Definitions definitions) {
        this.source = source;
        this.definitions = definitions;
    }

    void insert(UUID merchantId, CampaignView view) {
        CampaignDraft content = view.content();
        CampaignDraft.Limits limits = content.limits();
        Terms terms = content.terms();
        change(
                "INSERT INTO promotions.campaign VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                view.id(),
                view.version(),
                merchantId,
                view.state().name(),
                terms.names().en(),
                terms.names().zh(),
                terms.stacking().group(),
                definitions.write(terms),
                content.from(),
                content.until(),
                limits.budget(),
                limits.total(),
                limits.day(),
                limits.store(),
                limits.person(),
                view.author(),
                view.approver(),
                view.changedAt());
    }

    void delete(UUID id, int version) {
        change("DELETE FROM promotions.campaign WHERE id = ? AND version = ? AND state = 'DRAFT'", id, version);
    }

    /** Moves a version to another state, if it is still in the one it was seen in. */
    boolean move(CampaignView seen, CampaignView.State to, @Nullable String approver, Instant now) {
        return change(
                        "UPDATE promotions.campaign SET state = ?, approver = coalesce(?, approver), changed_at = ?"
                                + " WHERE id = ? AND version = ? AND state = ?",
                        to.name(),
                        approver,
                        now,
                        seen.id(),
                        seen.version(),
                        seen.state().name())
                == 1;
    }

    /** Ends the version that runs, if another one does. */
    void endRunning(UUID id, int otherThan, Instant now) {
        change(
                "UPDATE promotions.campaign SET state = 'ENDED', changed_at = ?"
                        + " WHERE id = ? AND version <> ? AND state IN ('LIVE', 'PAUSED')",
                now,
                id,
                otherThan);
    }

    List<CampaignView> versions(UUID merchantId, UUID id) {
        return list(ALL + " WHERE merchant_id = ? AND id = ? ORDER BY version DESC", merchantId, id);
    }

    /**
     * One version of each campaign: the one in the state that is asked for, else the one that runs, else the one that pends, else
     * the newest that has run, else the newest. The text may stand in any that has not ended, so that who renames a campaign finds
     * it by both names.
     */
    List<CampaignView> listed(UUID merchantId, Campaigns.Search search, UUID before, int limit) {
        String state = search.state() == null ? null : search.state().name();
        String part = "%" + search.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return list(
                ALL + " WHERE merchant_id = ? AND (?::text IS NULL OR state = ?) AND id < ? AND version ="
                        + " (SELECT version FROM promotions.campaign WHERE id = c.id"
                        + " ORDER BY (state <> 'ENDED' AND state = coalesce(?::text, '')) DESC,"
                        + " (state IN ('LIVE', 'PAUSED')) DESC, (state <> 'ENDED') DESC,"
                        + " (approver IS NOT NULL) DESC, version DESC LIMIT 1)"
                        + " AND EXISTS (SELECT FROM promotions.campaign n WHERE n.id = c.id"
                        + " AND (n.version = c.version OR n.state <> 'ENDED')"
                        + " AND concat_ws(chr(10), n.name_en, n.name_zh, n.stack_group) ILIKE ?)"
                        + " ORDER BY id DESC LIMIT ?",
                merchantId,
                state,
                state,
                before,
                state,
                part,
                limit);
    }

    /** The states of the versions that pend while another version of their campaign runs. */
    Map<UUID, CampaignView.State> changes(UUID merchantId) {
        String sql = "SELECT id, state FROM promotions.campaign c WHERE merchant_id = ?"
                + " AND state IN ('DRAFT', 'REVIEW')"
                + " AND EXISTS (SELECT FROM promotions.campaign WHERE id = c.id AND state IN ('LIVE', 'PAUSED'))";
        try (Connection connection = source.getConnection();
                PreparedStatement select = prepared(connection, sql, merchantId);
                ResultSet row = select.executeQuery()) {
            Map<UUID, CampaignView.State> all = new HashMap<>();
            while (row.next()) {
                all.put(row.getObject("id", UUID.class), CampaignView.State.valueOf(row.getString("state")));
            }
            return all;
        } catch (SQLException failure) {
            throw Tables.failed(failure);
        }
    }

    List<CampaignView> live(UUID merchantId) {
        return list(ALL + " WHERE merchant_id = ? AND state = 'LIVE' ORDER BY id", merchantId);
    }

    /** The limits of campaigns as they were approved last, whether they are on, paused or over. */
    Map<UUID, CampaignDraft.Limits> approvedLimits(UUID merchantId, Collection<UUID> campaigns) {
        String sql = "SELECT DISTINCT ON (id) id, budget, total_limit, day_limit, store_limit, person_limit"
                + " FROM promotions.campaign WHERE merchant_id = ? AND id = ANY (?) AND approver IS NOT NULL"
                + " ORDER BY id, version DESC";
        try (Connection connection = source.getConnection();
                PreparedStatement select = prepared(connection, sql, merchantId, campaigns);
                ResultSet row = select.executeQuery()) {
            Map<UUID, CampaignDraft.Limits> all = new HashMap<>();
            while (row.next()) {
                all.put(row.getObject("id", UUID.class), limits(row));
            }
            return all;
        } catch (SQLException failure) {
            throw Tables.failed(failure);
        }
    }

    List<CampaignView> planned(UUID merchantId, Instant from, Instant until) {
        return list(
                ALL + " WHERE merchant_id = ? AND state <> 'ENDED' AND runs_from < ?"
                        + " AND (runs_until IS NULL OR runs_until > ?) ORDER BY runs_from, id",
                merchantId,
                until,
                from);
    }

    void countChange(UUID merchantId) {
        change(
                "INSERT INTO promotions.revision VALUES (?, 1)"
                        + " ON CONFLICT (merchant_id) DO UPDATE SET revision = revision.revision + 1",
                merchantId);
    }

    long revision(UUID merchantId) {
        String sql = "SELECT revision FROM promotions.revision WHERE merchant_id = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement select = prepared(connection, sql, merchantId);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException failure) {
            throw Tables.failed(failure);
        }
    }

    private List<CampaignView> list(String sql, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = prepared(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            List<CampaignView> all = new ArrayList<>();
            while (row.next()) {
                all.add(view(row));
            }
            return all;
        } catch (SQLException failure) {
            throw Tables.failed(failure);
        }
    }

    private CampaignView view(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("runs_until", OffsetDateTime.class);
        CampaignDraft content = new CampaignDraft(
                definitions.readKept(row.getString("terms"), Terms.class),
                row.getObject("runs_from", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                limits(row));
        return new CampaignView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                CampaignView.State.valueOf(row.getString("state")),
                content,
                row.getString("author"),
                row.getString("approver"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                null,
                List.of());
    }

    private static CampaignDraft.Limits limits(ResultSet row) throws SQLException {
        return new CampaignDraft.Limits(
                row.getObject("budget", Long.class),
                row.getObject("total_limit", Long.class),
                row.getObject("day_limit", Long.class),
                row.getObject("store_limit", Long.class),
                row.getObject("person_limit", Long.class));
    }

    private int change(String sql, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw Tables.failed(failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Collection<?> ids) {
                statement.setArray(i + 1, connection.createArrayOf("uuid", ids.toArray()));
            } else {
                statement.setObject(i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
            }
        }
        return statement;
    }
}
