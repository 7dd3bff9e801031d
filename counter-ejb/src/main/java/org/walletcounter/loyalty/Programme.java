package org.walletcounter.loyalty;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A points programme with the rules in force (积分计划).
 *
 * @param id null for one that is to be made
 * @param code short, unique within the merchant
 * @param active whether points are earned and used now; switched off, balances stay
 * @param version counts the changes of the rules; a change makes a new version, from now on
 */
public record Programme(
        @Nullable UUID id,
        String code,
        String nameEn,
        String nameZh,
        boolean active,
        int version,
        Earning earning,
        Lots lots,
        Exchange exchange) {

    /** The unit of its points on the ledger. */
    public static String unit(UUID programmeId) {
        return "PTS:" + programmeId;
    }

    /** The name in a language: Chinese for "zh", else English. */
    public String name(String language) {
        return language.startsWith("zh") ? nameZh : nameEn;
    }

    /** What points are earned by. */
    public enum Basis {
        /** So many points per amount of what is paid, after promotions and vouchers, without tips, top-ups and points. */
        AMOUNT,
        /** So many points per sale in which something is paid. */
        VISIT,
        /** So many points per piece that is paid for. */
        ITEM
    }

    /**
     * How points are earned.
     *
     * @param points how many per unit of the basis
     * @param perMinor for {@link Basis#AMOUNT}: the unit, in minor units of money; else 1
     * @param multipliers of each kind the highest that fits counts, and the kinds multiply
     * @param pendingDays how long they wait before they may be spent: the time in which goods may come back
     */
    public record Earning(Basis basis, long points, long perMinor, List<Multiplier> multipliers, int pendingDays) {}

    /**
     * More, or fewer, points for some.
     *
     * @param name a tier's code, a product category, or a day: MONDAY to SUNDAY, or a date as 2026-12-24
     * @param percent 100 changes nothing, 200 doubles
     */
    public record Multiplier(Kind kind, String name, int percent) {

        /** What it depends on. */
        public enum Kind {
            /** The member's tier. */
            TIER,
            /** The product's category. */
            CATEGORY,
            /** The day of the sale. */
            DAY
        }
    }

    /**
     * When points lapse. They may be spent once they have waited and are recorded: those of a purchase that is recorded
     * later, as a day's fares are, are reckoned from its recording if they have waited long enough by then.
     */
    public enum Expiry {
        /** Not at all. */
        NEVER,
        /** So many days after they may be spent. */
        AFTER_DAYS,
        /** At the end of the calendar year in which they may first be spent, and so many days more. */
        END_OF_YEAR
    }

    /**
     * What lots of points do in time.
     *
     * @param days see {@link Expiry}
     * @param returnDays how long points that come back with a refund may be spent if they would have lapsed by then
     */
    public record Lots(Expiry expiry, int days, int returnDays) {}

    /**
     * What points buy: {@code points} give {@code minor} units of money off; only whole steps are exchanged.
     *
     * @param minor zero switches the exchange to money off
     * @param least the fewest points of one exchange
     * @param percent how much of a sale points may pay at most; tax that is added to prices does not count
     * @param cap the same as an amount in minor units, or null
     * @param from the first day of the exchange period, or null
     * @param until its last day, or null
     */
    public record Exchange(
            long points,
            long minor,
            long least,
            int percent,
            @Nullable Long cap,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        /** Whether points are exchanged on a day. */
        public boolean openOn(LocalDate day) {
            return minor > 0 && (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }

        /** The money off that so many points give: whole steps only. */
        public long worth(long count) {
            return Math.multiplyExact(count / points, minor);
        }
    }
}
