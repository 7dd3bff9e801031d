package org.walletcounter.loyalty.internal.tiers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.RuleLimits;

/** The tiers' rules. */
final class Schemes {

    private static final int MOST_DAYS = 3650;
    private static final int MOST_TIERS = 20;
    private static final int MOST_PERCENT = 1000;
    private static final int LONGEST_BENEFITS = 1000;

    private final Db db;
    private final Clock clock;

    Schemes(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The rules with the tiers' ids, from the lowest up. */
    record Kept(TierScheme scheme, List<UUID> ids) {

        int rank(@Nullable UUID tierId) {
            return tierId == null ? 0 : ids.indexOf(tierId) + 1;
        }

        @Nullable
        UUID id(int rank) {
            return rank == 0 ? null : ids.get(rank - 1);
        }

        @Nullable
        String code(int rank) {
            return rank == 0 ? null : scheme.tiers().get(rank - 1).code();
        }

        TierScheme.@Nullable Tier tier(int rank) {
            return rank == 0 || rank > scheme.tiers().size()
                    ? null
                    : scheme.tiers().get(rank - 1);
        }
    }

    private record Row(UUID id, TierScheme.Tier tier) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    Db.id(row, "id"),
                    new TierScheme.Tier(
                            row.getString("code"),
                            row.getString("name_en"),
                            row.getString("name_zh"),
                            row.getLong("threshold"),
                            row.getString("benefits_en"),
                            row.getString("benefits_zh"),
                            row.getInt("points_percent"),
                            row.getString("price_list")));
        }
    }

    Optional<Kept> of(UUID merchantId) {
        List<Row> rows =
                db.list(Row::read, "SELECT * FROM loyalty.tier WHERE merchant_id = ? ORDER BY rank", merchantId);
        return db.first(
                        row -> new TierScheme(
                                TierScheme.Measure.valueOf(row.getString("measure")),
                                row.getInt("window_days"),
                                row.getInt("keep_days"),
                                row.getInt("grace_days"),
                                TierScheme.Downgrade.valueOf(row.getString("downgrade")),
                                row.getInt("version"),
                                rows.stream().map(Row::tier).toList()),
                        "SELECT * FROM loyalty.tier_scheme WHERE merchant_id = ?",
                        merchantId)
                .map(scheme -> new Kept(scheme, rows.stream().map(Row::id).toList()));
    }

    Kept save(Actor actor, TierScheme scheme) {
        require(scheme);
        UUID merchantId = actor.merchantId();
        db.change(
                "INSERT INTO loyalty.tier_scheme (merchant_id, measure, window_days, keep_days, grace_days, downgrade,"
                        + " version, author, set_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT (merchant_id)"
                        + " DO UPDATE SET measure = excluded.measure, window_days = excluded.window_days,"
                        + " keep_days = excluded.keep_days, grace_days = excluded.grace_days,"
                        + " downgrade = excluded.downgrade, version = loyalty.tier_scheme.version + 1,"
                        + " author = excluded.author, set_at = excluded.set_at, reviewed_at = NULL",
                merchantId,
                scheme.measure(),
                scheme.windowDays(),
                scheme.keepDays(),
                scheme.graceDays(),
                scheme.downgrade(),
                actor.id(),
                clock.instant());
        List<String> codes = new ArrayList<>();
        for (int rank = 1; rank <= scheme.tiers().size(); rank++) {
            save(merchantId, rank, scheme.tiers().get(rank - 1));
            codes.add(scheme.tiers().get(rank - 1).code());
        }
        String[] kept = codes.toArray(String[]::new);
        db.change(
                "UPDATE loyalty.member_tier SET tier_id = NULL WHERE tier_id IN"
                        + " (SELECT id FROM loyalty.tier WHERE merchant_id = ? AND code <> ALL (?))",
                merchantId,
                kept);
        db.change("DELETE FROM loyalty.tier WHERE merchant_id = ? AND code <> ALL (?)", merchantId, kept);
        return of(merchantId).orElseThrow();
    }

    private void save(UUID merchantId, int rank, TierScheme.Tier tier) {
        db.change(
                "INSERT INTO loyalty.tier (id, merchant_id, rank, code, name_en, name_zh, threshold, benefits_en,"
                        + " benefits_zh, points_percent, price_list) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (merchant_id, code) DO UPDATE SET rank = excluded.rank,"
                        + " name_en = excluded.name_en, name_zh = excluded.name_zh, threshold = excluded.threshold,"
                        + " benefits_en = excluded.benefits_en, benefits_zh = excluded.benefits_zh,"
                        + " points_percent = excluded.points_percent, price_list = excluded.price_list",
                Ids.next(clock),
                merchantId,
                rank,
                tier.code(),
                tier.nameEn(),
                tier.nameZh(),
                tier.threshold(),
                tier.benefitsEn(),
                tier.benefitsZh(),
                tier.pointsPercent(),
                tier.priceList());
    }

    static void require(TierScheme scheme) {
        RuleLimits.between("windowDays", scheme.windowDays(), 0, MOST_DAYS);
        RuleLimits.between("keepDays", scheme.keepDays(), 0, MOST_DAYS);
        RuleLimits.between("graceDays", scheme.graceDays(), 0, MOST_DAYS);
        RuleLimits.between("tiers", scheme.tiers().size(), 1, MOST_TIERS);
        Set<String> codes = new HashSet<>();
        long below = -1;
        for (int i = 0; i < scheme.tiers().size(); i++) {
            TierScheme.Tier tier = scheme.tiers().get(i);
            String field = "tiers[" + i + "].";
            RuleLimits.code(field + "code", tier.code());
            RuleLimits.text(field + "nameEn", tier.nameEn(), 1, RuleLimits.LONGEST_NAME);
            RuleLimits.text(field + "nameZh", tier.nameZh(), 1, RuleLimits.LONGEST_NAME);
            RuleLimits.text(field + "benefitsEn", tier.benefitsEn(), 0, LONGEST_BENEFITS);
            RuleLimits.text(field + "benefitsZh", tier.benefitsZh(), 0, LONGEST_BENEFITS);
            RuleLimits.between(field + "pointsPercent", tier.pointsPercent(), 0, MOST_PERCENT);
            if (!codes.add(tier.code())) {
                throw CounterException.at(field + "code", LoyaltyError.CODE_TAKEN, tier.code());
            }
            if (tier.threshold() <= below) {
                throw CounterException.at(field + "threshold", LoyaltyError.TIERS_NOT_RISING, tier.code());
            }
            below = tier.threshold();
        }
    }
}
