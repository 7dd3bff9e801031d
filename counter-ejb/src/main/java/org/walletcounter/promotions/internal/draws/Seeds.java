package org.walletcounter.promotions.internal.draws;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.internal.goods.Draw;
import org.walletcounter.promotions.internal.tables.Tables;

/**
 * The table of seeds. A seed is made once for a campaign and never changes; on this node it is opened once. Joins the caller's
 * transaction. Thread-safe.
 */
public final class Seeds {

    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ONE = "SELECT * FROM promotions.seed WHERE merchant_id = ? AND campaign_id = ?";

    private final Tables tables;
    private final Supplier<SeedSeal> sealing;
    private final Map<UUID, byte[]> opened = new ConcurrentHashMap<>();
    private volatile @Nullable SeedSeal seal;

    /** On these tables; the key file is read when the first seed is needed. */
    public Seeds(Tables tables, Supplier<SeedSeal> sealing) {
        this.tables = tables;
        this.sealing = sealing;
    }

    /** Makes a campaign's seed, unless it has one, and locks it. */
    public Seed commit(UUID merchantId, UUID campaign, Instant now) {
        byte[] seed = new byte[LENGTH];
        RANDOM.nextBytes(seed);
        tables.change(
                "INSERT INTO promotions.seed (campaign_id, merchant_id, sealed, commitment, committed_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (campaign_id) DO NOTHING",
                campaign,
                merchantId,
                seal().close(campaign, seed),
                Draw.commitment(seed),
                now);
        return lock(merchantId, campaign).orElseThrow();
    }

    /** A campaign's seed. */
    public Optional<Seed> find(UUID merchantId, UUID campaign) {
        return tables.first(Seeds::read, ONE, merchantId, campaign);
    }

    /** The same; whoever else wants to draw with it, or to reveal it, waits for the end of the transaction. */
    public Optional<Seed> lock(UUID merchantId, UUID campaign) {
        return tables.first(Seeds::read, ONE + " FOR NO KEY UPDATE", merchantId, campaign);
    }

    /** The campaigns that have one, newest first. */
    public List<UUID> all(UUID merchantId, int most) {
        return tables.list(
                row -> Tables.id(row, "campaign_id"),
                "SELECT campaign_id FROM promotions.seed WHERE merchant_id = ? ORDER BY campaign_id DESC LIMIT ?",
                merchantId,
                most);
    }

    /** Counts one more draw. The row is locked. */
    public long next(UUID campaign) {
        return tables.first(
                        row -> row.getLong(1),
                        "UPDATE promotions.seed SET drawn = drawn + 1 WHERE campaign_id = ? RETURNING drawn",
                        campaign)
                .orElseThrow();
    }

    /** Makes it known to everybody, once and for ever. The row is locked. */
    public void reveal(UUID campaign, Instant now) {
        byte[] bytes = bytes(campaign);
        tables.change(
                "UPDATE promotions.seed SET seed = ?, revealed_at = ? WHERE campaign_id = ? AND revealed_at IS NULL",
                HexFormat.of().formatHex(bytes),
                now,
                campaign);
    }

    /** The seed itself, for drawing only. */
    public byte[] bytes(UUID campaign) {
        return opened(campaign)
                .orElseThrow(() -> new IllegalStateException("The campaign " + campaign + " has no seed."));
    }

    /** The same, if there is one. */
    public Optional<byte[]> opened(UUID campaign) {
        byte[] known = opened.get(campaign);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> found = tables.first(
                        row -> row.getBytes(1), "SELECT sealed FROM promotions.seed WHERE campaign_id = ?", campaign)
                .map(closed -> seal().open(campaign, closed));
        found.ifPresent(seed -> opened.put(campaign, seed));
        return found;
    }

    private SeedSeal seal() {
        SeedSeal known = seal;
        if (known == null) {
            known = sealing.get();
            seal = known;
        }
        return known;
    }

    private static Seed read(ResultSet row) throws SQLException {
        Instant committed = Tables.moment(row, "committed_at");
        if (committed == null) {
            throw new SQLException("A seed without its moment.");
        }
        return new Seed(
                Tables.id(row, "campaign_id"),
                row.getString("commitment"),
                committed,
                row.getLong("drawn"),
                row.getString("seed"),
                Tables.moment(row, "revealed_at"));
    }

    /**
     * What is known of a seed.
     *
     * @param drawn how many draws there were
     * @param revealed the seed in hexadecimal, once it is known to everybody
     */
    public record Seed(
            UUID campaign,
            String commitment,
            Instant committedAt,
            long drawn,
            @Nullable String revealed,
            @Nullable Instant revealedAt) {}
}
