package org.walletcounter.loyalty.internal.tiers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.loyalty.MemberTier;
import org.walletcounter.loyalty.TierPreview;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.MerchantFacts;

/** Tiers on a database, without a container. Thread-safe. */
final class JdbcTiers {

    private static final int SAMPLE = 20;
    private static final String LOCKED = " FOR NO KEY UPDATE";

    private static final String INSERT = "INSERT INTO loyalty.member_tier (member_id, merchant_id, tier_id, since,"
            + " kept_until, lost_at, measured, measured_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (member_id)";

    private static final String REPLACE = " DO UPDATE SET tier_id = excluded.tier_id, since = excluded.since,"
            + " kept_until = excluded.kept_until, lost_at = excluded.lost_at, measured = excluded.measured,"
            + " measured_at = excluded.measured_at";

    /** Somebody else has judged a member who was in no tier yet. */
    private static final String LEAVE = " DO NOTHING";

    private final Db db;
    private final MerchantFacts facts;
    private final Clock clock;
    private final Schemes schemes;
    private final Measuring measuring;

    JdbcTiers(Db db, MerchantFacts facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
        this.schemes = new Schemes(db, clock);
        this.measuring = new Measuring(db, facts);
    }

    Optional<TierScheme> scheme(UUID merchantId) {
        return schemes.of(merchantId).map(Schemes.Kept::scheme);
    }

    TierScheme save(Actor actor, TierScheme scheme) {
        return schemes.save(actor, scheme).scheme();
    }

    MemberTier of(UUID merchantId, UUID memberId) {
        Optional<Schemes.Kept> kept = schemes.of(merchantId);
        if (kept.isEmpty()) {
            return new MemberTier(memberId, null, null, null, null, null, 0, null, 0);
        }
        Schemes.Kept rules = kept.get();
        long measured = measuring.of(rules.scheme(), merchantId, memberId, facts.day(merchantId, clock.instant()));
        Judging.Place place = place(rules, memberId, "").orElse(null);
        int rank = place == null ? 0 : place.rank();
        TierScheme.Tier next = rules.tier(rank + 1);
        Instant lostAt = place == null ? null : place.lostAt();
        return new MemberTier(
                memberId,
                rules.tier(rank),
                place == null ? null : place.since(),
                place == null ? null : place.keptUntil(),
                lostAt == null
                        ? null
                        : lostAt.plus(Duration.ofDays(rules.scheme().graceDays())),
                rules.scheme().measure(),
                measured,
                next,
                next == null ? 0 : Math.max(0, next.threshold() - measured));
    }

    /** Whether the member moved. */
    boolean look(UUID merchantId, UUID memberId) {
        Schemes.Kept rules = schemes.of(merchantId).orElse(null);
        if (rules == null) {
            return false;
        }
        Instant now = clock.instant();
        long measured = measuring.of(rules.scheme(), merchantId, memberId, facts.day(merchantId, now));
        return judge(rules, merchantId, memberId, measured);
    }

    /** Finds who has reached a tier or is in one. */
    Optional<ReviewSteps.Review> begin(UUID merchantId) {
        return schemes.of(merchantId)
                .map(rules ->
                        new ReviewSteps.Review(merchantId, rules.scheme().version(), unsettled(rules, merchantId)));
    }

    private List<UUID> unsettled(Schemes.Kept rules, UUID merchantId) {
        Judging judging = new Judging(rules.scheme());
        List<UUID> unsettled = new ArrayList<>();
        measuring.each(rules.scheme(), merchantId, facts.day(merchantId, clock.instant()), one -> {
            if (judging.rank(one.measured()) > 0 || rules.rank(one.tierId()) > 0) {
                unsettled.add(one.memberId());
            }
        });
        return unsettled;
    }

    /**
     * Judges members by what they measure now, unless the rules are other ones by now. They are locked first, so that nobody
     * falls who has risen meanwhile.
     */
    int judge(ReviewSteps.Review review, List<UUID> members) {
        UUID merchantId = review.merchantId();
        Schemes.Kept rules = schemes.of(merchantId).orElse(null);
        if (rules == null || rules.scheme().version() != review.version()) {
            return 0;
        }
        lock(members);
        LocalDate today = facts.day(merchantId, clock.instant());
        int moved = 0;
        for (Measuring.Measured one : measuring.some(rules.scheme(), merchantId, today, members)) {
            moved += judge(rules, merchantId, one.memberId(), one.measured()) ? 1 : 0;
        }
        return moved;
    }

    /** Notes that all members have been looked at, unless the rules are other ones by now. */
    void end(ReviewSteps.Review review) {
        db.change(
                "UPDATE loyalty.tier_scheme SET reviewed_at = ? WHERE merchant_id = ? AND version = ?",
                clock.instant(),
                review.merchantId(),
                review.version());
    }

    /** Lifts those who have paid since a moment into the tier they have reached. */
    int lift(UUID merchantId, Instant since) {
        Schemes.Kept rules = schemes.of(merchantId).orElse(null);
        if (rules == null) {
            return 0;
        }
        Judging judging = new Judging(rules.scheme());
        LocalDate today = facts.day(merchantId, clock.instant());
        List<Measuring.Measured> rising = measuring.recent(rules.scheme(), merchantId, today, since).stream()
                .filter(one -> judging.rank(one.measured()) > rules.rank(one.tierId()))
                .toList();
        lock(rising.stream().map(Measuring.Measured::memberId).toList());
        int moved = 0;
        for (Measuring.Measured one : rising) {
            moved += judge(rules, merchantId, one.memberId(), one.measured()) ? 1 : 0;
        }
        return moved;
    }

    /** Those who are in a tier, in order and before anybody enters one: who lifts and who reviews never wait in a circle. */
    private void lock(List<UUID> members) {
        db.list(
                row -> Db.id(row, "member_id"),
                "SELECT member_id FROM loyalty.member_tier WHERE member_id = ANY (?) ORDER BY member_id" + LOCKED,
                members);
    }

    /** Merchants that have tiers. */
    List<UUID> merchants() {
        return db.list(row -> row.getObject(1, UUID.class), "SELECT merchant_id FROM loyalty.tier_scheme");
    }

    /** Merchants whose members are to be looked at, as the rules are new or a day has gone by; the longest waiting first. */
    List<UUID> due() {
        return db.list(
                row -> row.getObject(1, UUID.class),
                "SELECT merchant_id FROM loyalty.tier_scheme WHERE reviewed_at IS NULL OR reviewed_at < ?"
                        + " ORDER BY reviewed_at NULLS FIRST, merchant_id",
                clock.instant().minus(Duration.ofDays(1)));
    }

    private boolean judge(Schemes.Kept rules, UUID merchantId, UUID memberId, long measured) {
        Instant now = clock.instant();
        Optional<Judging.Place> known = place(rules, memberId, LOCKED);
        Judging.Place before = known.orElseGet(() -> Judging.Place.none(now));
        Judging.Place after = new Judging(rules.scheme()).judge(before, measured, now);
        if (after.rank() == 0 && before.rank() == 0) {
            return false;
        }
        int written = db.change(
                INSERT + (known.isPresent() ? REPLACE : LEAVE),
                memberId,
                merchantId,
                rules.id(after.rank()),
                after.since(),
                after.keptUntil(),
                after.lostAt(),
                measured,
                now);
        if (written == 0 || after.rank() == before.rank()) {
            return false;
        }
        writeDown(rules, merchantId, memberId, new Step(before.rank(), after.rank(), measured, now));
        return true;
    }

    private record Step(int from, int to, long measured, Instant at) {
        String why() {
            if (from == 0) {
                return "ENTRY";
            }
            return to > from ? "RISE" : "FALL";
        }
    }

    private void writeDown(Schemes.Kept rules, UUID merchantId, UUID memberId, Step step) {
        db.change(
                "INSERT INTO loyalty.tier_change (merchant_id, member_id, from_code, to_code, why, measured, at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                merchantId,
                memberId,
                rules.code(step.from()),
                rules.code(step.to()),
                step.why(),
                step.measured(),
                step.at());
    }

    /** The member's place; locked, two looks at once judge one after the other. */
    private Optional<Judging.Place> place(Schemes.Kept rules, UUID memberId, String lock) {
        return db.first(
                row -> new Judging.Place(
                        rules.rank(row.getObject("tier_id", UUID.class)),
                        Db.moment(row, "since"),
                        Db.moment(row, "kept_until"),
                        Db.momentOrNull(row, "lost_at")),
                "SELECT * FROM loyalty.member_tier WHERE member_id = ?" + lock,
                memberId);
    }

    TierPreview preview(UUID merchantId, TierScheme proposed) {
        Schemes.require(proposed);
        Schemes.Kept now = schemes.of(merchantId).orElse(null);
        Judging judging = new Judging(proposed);
        Tally tally = new Tally();
        measuring.each(proposed, merchantId, facts.day(merchantId, clock.instant()), one -> {
            String from = now == null ? null : now.code(now.rank(one.tierId()));
            int to = judging.rank(one.measured());
            tally.add(
                    one,
                    from,
                    rankOf(proposed, from),
                    to == 0 ? null : proposed.tiers().get(to - 1).code(),
                    to);
        });
        return tally.preview(proposed);
    }

    /** The rank a tier of today has in the proposed rules: none if they do not know it. */
    private static int rankOf(TierScheme proposed, @Nullable String code) {
        for (int i = 0; i < proposed.tiers().size(); i++) {
            if (proposed.tiers().get(i).code().equals(code)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Counts who moves. */
    private static final class Tally {
        private final Map<String, int[]> counts = new HashMap<>();
        private final List<TierPreview.Move> sample = new ArrayList<>();
        private int members;
        private int rises;
        private int falls;

        void add(Measuring.Measured one, @Nullable String from, int fromRank, @Nullable String to, int toRank) {
            members++;
            count(from)[0]++;
            count(to)[1]++;
            rises += toRank > fromRank ? 1 : 0;
            falls += toRank < fromRank ? 1 : 0;
            if (!Objects.equals(from, to) && sample.size() < SAMPLE) {
                sample.add(new TierPreview.Move(one.memberId(), from, to, one.measured()));
            }
        }

        private int[] count(@Nullable String code) {
            return counts.computeIfAbsent(code == null ? "" : code, c -> new int[2]);
        }

        TierPreview preview(TierScheme proposed) {
            List<TierPreview.Count> all = new ArrayList<>();
            all.add(new TierPreview.Count(null, count(null)[0], count(null)[1]));
            for (TierScheme.Tier tier : proposed.tiers()) {
                all.add(new TierPreview.Count(tier.code(), count(tier.code())[0], count(tier.code())[1]));
            }
            return new TierPreview(members, rises, falls, all, List.copyOf(sample));
        }
    }
}
