package org.walletcounter.promotions.internal.pricing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Verdict.Reason;
import org.walletcounter.promotions.internal.goods.Hours;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/** Says whether a condition holds, and if not, why. */
final class Judging {

    private static final Map<Class<? extends Condition>, BiFunction<Judging, Condition, @Nullable Objection>> JUDGES =
            Map.ofEntries(
                    judge(Condition.All.class, Judging::all),
                    judge(Condition.Any.class, Judging::any),
                    judge(
                            Condition.Stores.class,
                            (it, of) -> it.here(
                                    of.stores(), it.scene.basket().place().storeId())),
                    judge(
                            Condition.Tills.class,
                            (it, of) -> it.here(
                                    of.tills(), it.scene.basket().place().tillId())),
                    judge(
                            Condition.Channels.class,
                            (it, of) -> it.here(
                                    of.channels(), it.scene.basket().place().channel())),
                    judge(
                            Condition.OrderKinds.class,
                            (it, of) -> it.here(
                                    of.kinds(), it.scene.basket().place().orderKind())),
                    judge(Condition.Times.class, Judging::times),
                    judge(
                            Condition.Members.class,
                            (it, of) -> it.person(it.scene.shopper().memberId() != null)),
                    judge(
                            Condition.Segments.class,
                            (it, of) -> it.person(!Collections.disjoint(
                                    of.segments(), it.scene.shopper().segments()))),
                    judge(
                            Condition.Tiers.class,
                            (it, of) ->
                                    it.person(has(of.tiers(), it.scene.shopper().tier()))),
                    judge(
                            Condition.FirstPurchase.class,
                            (it, of) -> it.person(it.scene.shopper().firstPurchase())),
                    judge(Condition.Birthday.class, (it, of) -> it.person(it.birthday(of))),
                    judge(Condition.Quantity.class, Judging::quantity),
                    judge(Condition.Amount.class, Judging::amount),
                    judge(Condition.Tenders.class, Judging::tenders));

    private final Scene scene;
    private final Working working;

    Judging(Scene scene, Working working) {
        this.scene = scene;
        this.working = working;
    }

    /** What speaks against it, or null when it holds. */
    @Nullable
    Objection judge(Condition condition) {
        BiFunction<Judging, Condition, @Nullable Objection> judge = JUDGES.get(condition.getClass());
        if (judge == null) {
            throw new IllegalArgumentException("Nobody judges " + condition.getClass() + ".");
        }
        return judge.apply(this, condition);
    }

    boolean holds(Condition condition) {
        return judge(condition) == null;
    }

    private @Nullable Objection all(Condition.All condition) {
        Objection first = null;
        for (Condition each : condition.of()) {
            Objection objection = judge(each);
            if (objection != null && (first == null || objection.reason().compareTo(first.reason()) < 0)) {
                first = objection;
            }
        }
        return first;
    }

    private @Nullable Objection any(Condition.Any condition) {
        Objection nearest = null;
        for (Condition each : condition.of()) {
            Objection objection = judge(each);
            if (objection == null) {
                return null;
            }
            // The last reason in the order of checking is the one nearest to be cured.
            nearest = nearest == null || objection.reason().compareTo(nearest.reason()) > 0 ? objection : nearest;
        }
        return nearest;
    }

    private @Nullable Objection times(Condition.Times times) {
        LocalDate day = Hours.day(times.from(), times.until(), scene.moment().toLocalDateTime());
        boolean rightDay = times.days().isEmpty() || times.days().contains(day.getDayOfWeek());
        boolean holds = rightDay
                && !times.blackout().contains(day)
                && Hours.contain(times.from(), times.until(), scene.moment().toLocalTime());
        return holds ? null : new Objection(Reason.NOT_NOW, 0);
    }

    private @Nullable Objection quantity(Condition.Quantity quantity) {
        int missing = quantity.atLeast() - scene.pieces(scene.covered(quantity.of()));
        return missing <= 0 ? null : new Objection(Reason.GOODS_MISSING, missing);
    }

    private @Nullable Objection amount(Condition.Amount amount) {
        int[] lines = scene.covered(amount.of());
        long reached = amount.base() == Stacking.Base.INITIAL ? scene.initial(lines) : working.now(lines);
        return reached >= amount.atLeast() ? null : new Objection(Reason.AMOUNT_MISSING, amount.atLeast() - reached);
    }

    private @Nullable Objection tenders(Condition.Tenders tenders) {
        boolean right =
                !Collections.disjoint(tenders.kinds(), scene.basket().place().tenders());
        return right ? null : new Objection(Reason.OTHER_TENDER, 0);
    }

    private @Nullable Objection here(Collection<?> places, @Nullable Object place) {
        return has(places, place) ? null : new Objection(Reason.NOT_HERE, 0);
    }

    private @Nullable Objection person(boolean right) {
        return right ? null : new Objection(Reason.NOT_FOR_YOU, 0);
    }

    private boolean birthday(Condition.Birthday birthday) {
        LocalDate born = scene.shopper().birthday();
        if (born == null) {
            return false;
        }
        LocalDate today = scene.moment().toLocalDate();
        for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
            long after = ChronoUnit.DAYS.between(born.withYear(year), today);
            if (after >= -birthday.daysBefore() && after <= birthday.daysAfter()) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Collection<?> allowed, @Nullable Object value) {
        return value != null && allowed.contains(value);
    }

    private static <C extends Condition>
            Map.Entry<Class<? extends Condition>, BiFunction<Judging, Condition, @Nullable Objection>> judge(
                    Class<C> type, BiFunction<Judging, C, @Nullable Objection> judge) {
        return Map.entry(type, (it, condition) -> judge.apply(it, type.cast(condition)));
    }

    /** Why a condition does not hold, with what is missing. */
    record Objection(Reason reason, long figure) {}
}
