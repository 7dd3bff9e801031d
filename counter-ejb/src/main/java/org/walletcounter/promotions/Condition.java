package org.walletcounter.promotions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;

/**
 * What must hold for a promotion or a voucher (使用条件). Conditions on amounts and quantities ask for at least so much, never
 * for at most: so a condition that does not hold now does not come to hold by more discounts.
 */
public sealed interface Condition {

    /** Always holds. */
    Condition ALWAYS = new All(List.of());

    /** All of them hold; none at all holds too. */
    record All(List<Condition> of) implements Condition {
        /** Keeps a copy. */
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one holds. */
    record Any(List<Condition> of) implements Condition {
        /** Refuses a choice of nothing. */
        public Any {
            of = List.copyOf(of);
            Sound.filled("of", of);
        }
    }

    /** It is sold in one of these stores. */
    record Stores(Set<UUID> stores) implements Condition {
        /** Refuses none. */
        public Stores {
            stores = Set.copyOf(stores);
            Sound.filled("stores", stores);
        }
    }

    /** It is sold at one of these tills. */
    record Tills(Set<UUID> tills) implements Condition {
        /** Refuses none. */
        public Tills {
            tills = Set.copyOf(tills);
            Sound.filled("tills", tills);
        }
    }

    /** It is sold through one of these channels: "till", "phone", "web". */
    record Channels(Set<String> channels) implements Condition {
        /** Refuses none. */
        public Channels {
            channels = Set.copyOf(channels);
            Sound.filled("channels", channels);
        }
    }

    /** It is one of these kinds of order: "retail", "table", "booking". */
    record OrderKinds(Set<String> kinds) implements Condition {
        /** Refuses none. */
        public OrderKinds {
            kinds = Set.copyOf(kinds);
            Sound.filled("kinds", kinds);
        }
    }

    /**
     * It is the right weekday and hour. Hours past midnight are one span that belongs to the day on which it begins,
     * with {@code days} and {@code blackout} alike: Fridays from 22:00 until 02:00 are Friday night, up to 02:00 on
     * Saturday, and not the first two hours of Friday.
     *
     * @param days none means every day
     * @param from from this time of day, inclusive
     * @param until to this time of day, exclusive; the same as {@code from} means all day, before it means past midnight
     * @param blackout days on which it does not hold; what begins on one does not hold past midnight either
     */
    record Times(Set<DayOfWeek> days, LocalTime from, LocalTime until, Set<LocalDate> blackout) implements Condition {
        /** Keeps copies. */
        public Times {
            days = Set.copyOf(days);
            blackout = Set.copyOf(blackout);
        }
    }

    /** The customer is a member. */
    record Members() implements Condition {}

    /** The customer is in one of these segments. */
    record Segments(Set<String> segments) implements Condition {
        /** Refuses none. */
        public Segments {
            segments = Set.copyOf(segments);
            Sound.filled("segments", segments);
        }
    }

    /** The customer has one of these tiers. */
    record Tiers(Set<String> tiers) implements Condition {
        /** Refuses none. */
        public Tiers {
            tiers = Set.copyOf(tiers);
            Sound.filled("tiers", tiers);
        }
    }

    /** It is the member's first purchase. */
    record FirstPurchase() implements Condition {}

    /** The member's birthday is so near. */
    record Birthday(int daysBefore, int daysAfter) implements Condition {
        /** Refuses more than half a year. */
        public Birthday {
            Sound.count("daysBefore", daysBefore, 0, 180);
            Sound.count("daysAfter", daysAfter, 0, 180);
        }
    }

    /** So many pieces of these goods are in the basket. */
    record Quantity(Selection of, int atLeast) implements Condition {
        /** Refuses no pieces. */
        public Quantity {
            Sound.count("atLeast", atLeast, 1, 1_000_000);
        }
    }

    /**
     * These goods cost so much.
     *
     * @param atLeast in minor units
     * @param base before other discounts, or after those applied so far
     */
    record Amount(Selection of, long atLeast, Stacking.Base base) implements Condition {
        /** Refuses no amount. */
        public Amount {
            Sound.positive("atLeast", atLeast);
        }
    }

    /** The customer pays with one of these kinds of tender, as far as said. */
    record Tenders(Set<String> kinds) implements Condition {
        /** Refuses none. */
        public Tenders {
            kinds = Set.copyOf(kinds);
            Sound.filled("kinds", kinds);
        }
    }

    /** All of these together. */
    static Condition all(Condition... of) {
        return new All(List.of(of));
    }

    /** At least so much in the whole basket, after the discounts applied before. */
    static Condition from(long minor) {
        if (minor <= 0) {
            throw CounterException.at("atLeast", PromotionError.AMOUNT_INVALID);
        }
        return new Amount(Selection.ALL, minor, Stacking.Base.DISCOUNTED);
    }
}
