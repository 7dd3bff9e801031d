package org.walletcounter.loyalty.internal.segments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.Segment.Comparison;
import org.walletcounter.loyalty.Segment.Condition;

/**
 * Conditions as one statement over the documented tables of members, payments and points. Only numbers, fixed names and
 * question marks go into its text; every value is bound. Each window is summed up once, however many conditions ask it.
 */
final class Selection {

    /** What came back whole was not bought; what a voucher paid for wholly was. */
    private static final String BOUGHT =
            " AND p.state = 'SUCCEEDED' AND transactions.bought(p.id, p.amount, p.refunded)";

    private static final String PAID =
            " FROM transactions.payment p WHERE p.merchant_id = ? AND p.member_id IS NOT NULL" + BOUGHT;

    /** So many days ago nobody had joined anything; further back days cannot be reckoned. */
    private static final long LONG_AGO = 100_000;

    private final UUID merchantId;
    private final ZoneId zone;
    private final LocalDate today;
    private final BornOn bornOn;
    private final List<@Nullable Object> values = new ArrayList<>();
    private final String sql;

    /** Asks who was born on some days of the year: birthdays are sealed, and only their module finds them. */
    @FunctionalInterface
    interface BornOn {
        List<UUID> members(UUID merchantId, Set<MonthDay> days);
    }

    Selection(UUID merchantId, ZoneId zone, LocalDate today, List<List<Condition>> all, BornOn bornOn) {
        this.merchantId = merchantId;
        this.zone = zone;
        this.today = today;
        this.bornOn = bornOn;
        this.sql = text(all);
    }

    /** Gives the members' ids, as {@code id} and in no order. */
    String sql() {
        return sql;
    }

    Object[] values() {
        return values.toArray();
    }

    private String text(List<List<Condition>> all) {
        SortedSet<Integer> windows = all.stream()
                .flatMap(List::stream)
                .filter(condition -> condition.windowDays() > 0)
                .map(Condition::windowDays)
                .collect(Collectors.toCollection(TreeSet::new));
        StringBuilder text = new StringBuilder("WITH last AS (SELECT member_id, max(business_day) AS day" + PAID
                + " GROUP BY 1), points AS (SELECT l.member_id, sum(l.left_over) AS points FROM loyalty.lot l"
                + " JOIN loyalty.programme g ON g.id = l.programme_id WHERE g.merchant_id = ? GROUP BY 1)");
        values.add(merchantId);
        values.add(merchantId);
        windows.forEach(days -> text.append(", ").append(window(days)));
        text.append(
                " SELECT m.id FROM members.member m LEFT JOIN last ON last.member_id = m.id"
                        + " LEFT JOIN points ON points.member_id = m.id"
                        + " LEFT JOIN loyalty.member_tier mt ON mt.member_id = m.id LEFT JOIN loyalty.tier t ON t.id = mt.tier_id");
        windows.forEach(days -> text.append(" LEFT JOIN w")
                .append(days)
                .append(" ON w")
                .append(days)
                .append(".member_id = m.id"));
        text.append(" WHERE m.merchant_id = ? AND m.state <> 'CLOSED'");
        values.add(merchantId);
        for (List<Condition> group : all) {
            text.append(" AND (")
                    .append(group.stream().map(this::clause).collect(Collectors.joining(" OR ")))
                    .append(')');
        }
        return text.toString();
    }

    private String window(int days) {
        values.add(merchantId);
        values.add(today.minusDays(days));
        return "w" + days + " AS MATERIALIZED (SELECT member_id, visits, spend, spend / visits AS average,"
                + " ntile(5) OVER (ORDER BY last, member_id) AS r, ntile(5) OVER (ORDER BY visits, member_id) AS f,"
                + " ntile(5) OVER (ORDER BY spend, member_id) AS m FROM (SELECT member_id, count(*) AS visits,"
                + " sum(amount - refunded)::int8 AS spend, max(business_day) AS last" + PAID
                + " AND business_day > ? GROUP BY 1) AS paid)";
    }

    private String clause(Condition condition) {
        String window = "w" + condition.windowDays();
        return switch (condition.field()) {
            case LANGUAGE -> oneOf("m.language", condition);
            case STATE -> oneOf("m.state", condition);
            case TIER -> oneOf("t.code", condition);
            case BIRTHDAY_MONTH -> born(BirthdaysNear.months(condition.values()), negative(condition));
            case BIRTHDAY_DAYS -> born(BirthdaysNear.days(today, condition), false);
            case JOINED_DAYS -> joined(condition);
            case POINTS -> compared("points.points", condition);
            case RECENCY_DAYS -> recency(condition);
            case VISITS -> compared(window + ".visits", condition);
            case SPEND -> compared(window + ".spend", condition);
            case AVERAGE -> compared(window + ".average", condition);
            case R_SCORE -> compared(window + ".r", condition);
            case F_SCORE -> compared(window + ".f", condition);
            case M_SCORE -> compared(window + ".m", condition);
            case CATEGORY -> bought(condition);
            case STORE -> visited(condition);
        };
    }

    private static boolean atLeast(Condition condition) {
        return condition.comparison() == Comparison.AT_LEAST;
    }

    private static boolean negative(Condition condition) {
        return condition.comparison() == Comparison.IS_NOT;
    }

    private String oneOf(String column, Condition condition) {
        values.add(condition.values().toArray(String[]::new));
        return (negative(condition) ? "NOT " : "") + "coalesce(" + column + " = ANY (?), false)";
    }

    private String compared(String column, Condition condition) {
        values.add(Long.valueOf(condition.values().get(0)));
        return "coalesce(" + column + ", 0) " + (atLeast(condition) ? ">=" : "<=") + " ?";
    }

    private String born(Set<MonthDay> days, boolean negative) {
        values.add(bornOn.members(merchantId, days));
        return (negative ? "NOT " : "") + "m.id = ANY (?)";
    }

    /** Asked by the moment at which the merchant's day begins: the database's days are those of another zone. */
    private String joined(Condition condition) {
        long ago = Math.min(LONG_AGO, Long.parseLong(condition.values().get(0)));
        LocalDate day = today.minusDays(ago);
        values.add(beginning(atLeast(condition) ? day.plusDays(1) : day));
        return "m.joined_at " + (atLeast(condition) ? "<" : ">=") + " ?";
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private String recency(Condition condition) {
        values.add(today);
        values.add(Long.valueOf(condition.values().get(0)));
        return "coalesce(?::date - last.day " + (atLeast(condition) ? ">= ?, true)" : "<= ?, false)");
    }

    private String bought(Condition condition) {
        values.add(today.minusDays(condition.windowDays()));
        values.add(condition.values().toArray(String[]::new));
        return (negative(condition) ? "NOT " : "") + "EXISTS (SELECT FROM transactions.payment p"
                + " JOIN transactions.sale_line l ON l.payment_id = p.id WHERE p.member_id = m.id" + BOUGHT
                + " AND p.business_day > ? AND l.category = ANY (?))";
    }

    private String visited(Condition condition) {
        values.add(today.minusDays(condition.windowDays()));
        values.add(condition.values().stream().map(UUID::fromString).toList());
        return (negative(condition) ? "NOT " : "") + "EXISTS (SELECT FROM transactions.payment p"
                + " WHERE p.member_id = m.id" + BOUGHT + " AND p.business_day > ? AND p.store_id = ANY (?))";
    }
}
