package org.walletcounter.vouchers;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;

/**
 * What a voucher is worth and where it can be used, in the few words that forms, phones and paper use (面额与使用条件). Amounts
 * are minor units of the terms' currency.
 *
 * @param from from so much in the goods it acts on; 0: no threshold
 * @param perOrder how many of them one sale may use
 * @param whole whether these words say all that the terms say; if not, there is more in the promotions' own language
 */
public record PlainTerms(Worth worth, long from, Limits limits, int perOrder, boolean whole) {

    /**
     * What it gives.
     *
     * @param kind which of the others count
     * @param off for {@link CampaignForm.Kind#AMOUNT}; for {@link CampaignForm.Kind#GIFT} what one gift is worth
     * @param basisPoints for {@link CampaignForm.Kind#PERCENT}: hundredths of a percent
     * @param most the most that a percentage takes off, or null
     * @param sku what is given or exchanged; empty: any of the goods it acts on
     * @param pieces how many, for gifts and exchanges
     */
    public record Worth(
            CampaignForm.Kind kind,
            long off,
            int basisPoints,
            @Nullable Long most,
            String sku,
            int pieces) {}

    /**
     * Where, on what and when it can be used. Empty sets and no hours mean no limit.
     *
     * @param opens from this time of day; null together with {@code closes}
     */
    public record Limits(
            Set<UUID> stores,
            Set<String> categories,
            Set<String> skus,
            Set<DayOfWeek> days,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes) {

        /** No limit. */
        public static final Limits NONE = new Limits(Set.of(), Set.of(), Set.of(), Set.of(), null, null);

        /** Keeps copies. */
        public Limits {
            stores = Set.copyOf(stores);
            categories = Set.copyOf(categories);
            skus = Set.copyOf(skus);
            days = Set.copyOf(days);
        }
    }

    /** These words as terms; refused as promotions refuse them, with the field. */
    public VoucherTerms terms(Terms.Names names, Terms.Names gift, String currency) {
        Selection on = goods();
        List<Condition> all = new ArrayList<>();
        if (from > 0 && worth.kind() != CampaignForm.Kind.GIFT) {
            all.add(new Condition.Amount(on, from, Stacking.Base.DISCOUNTED));
        }
        if (!limits.stores().isEmpty()) {
            all.add(new Condition.Stores(limits.stores()));
        }
        LocalTime opens = limits.opens();
        LocalTime closes = limits.closes();
        if (!limits.days().isEmpty() || opens != null) {
            all.add(new Condition.Times(limits.days(), orMidnight(opens), orMidnight(closes), Set.of()));
        }
        Condition when = all.size() == 1 ? all.get(0) : new Condition.All(all);
        return new VoucherTerms(
                new Terms(names, currency, when, on, benefit(gift), Stacking.FREE, Funding.MERCHANT), perOrder);
    }

    private static LocalTime orMidnight(@Nullable LocalTime time) {
        return time == null ? LocalTime.MIDNIGHT : time;
    }

    private Selection goods() {
        boolean exchange =
                worth.kind() == CampaignForm.Kind.EXCHANGE && !worth.sku().isEmpty();
        return exchange
                ? Selection.ofSkus(worth.sku())
                : new Selection(limits.skus(), limits.categories(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private Benefit benefit(Terms.Names gift) {
        return switch (worth.kind()) {
            case AMOUNT -> new Benefit.AmountOff(worth.off());
            case PERCENT -> new Benefit.PercentOff(worth.basisPoints(), worth.most());
            case EXCHANGE -> new Benefit.FreeItems(worth.pieces());
            case GIFT ->
                new Benefit.GiftLadder(List.of(new Benefit.GiftLadder.Step(
                        from,
                        List.of(new Benefit.GiftLadder.Present(worth.sku(), gift, worth.pieces(), worth.off())))));
        };
    }

    /** The few words of terms, as far as they can be said so. */
    public static PlainTerms of(VoucherTerms voucher) {
        Terms terms = voucher.terms();
        Reading read = new Reading();
        Worth worth = read.worth(terms);
        read.conditions(terms.when());
        boolean exchange =
                worth.kind() == CampaignForm.Kind.EXCHANGE && !worth.sku().isEmpty();
        Selection on = terms.on();
        Limits limits = new Limits(
                read.stores, on.categories(), exchange ? Set.of() : on.skus(), read.days, read.opens, read.closes);
        PlainTerms plain = new PlainTerms(worth, read.from, limits, voucher.perOrder(), true);
        return read.known && plain.makes(terms)
                ? plain
                : new PlainTerms(worth, read.from, limits, voucher.perOrder(), false);
    }

    /** Whether these words make the same terms again. Who pays is no part of them: a campaign's parties say that. */
    private boolean makes(Terms terms) {
        Terms.Names gift = terms.benefit() instanceof Benefit.GiftLadder ladder
                ? ladder.steps().get(0).choices().get(0).names()
                : terms.names();
        Terms again = terms(terms.names(), gift, terms.currency()).terms();
        return parts(again).equals(parts(terms))
                && again.when(terms.when()).fundedBy(terms.funding()).equals(terms);
    }

    /** What must hold, one by one, without what always holds; how it is put together does not matter. */
    private static Set<Condition> parts(Terms terms) {
        Set<Condition> parts = new HashSet<>();
        gather(terms.when(), parts);
        if (terms.benefit() instanceof Benefit.GiftLadder ladder) {
            parts.removeIf(part -> isThreshold(part, ladder.steps().get(0).from(), terms));
        }
        return parts;
    }

    private static void gather(Condition when, Set<Condition> parts) {
        if (when instanceof Condition.All all) {
            all.of().forEach(each -> gather(each, parts));
        } else if (when instanceof Condition.Times times && times.from().equals(times.until())) {
            if (!times.days().isEmpty() || !times.blackout().isEmpty()) {
                parts.add(new Condition.Times(times.days(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, times.blackout()));
            }
        } else {
            parts.add(when);
        }
    }

    /** Whether a condition says what the first step of a gift asks for anyway. */
    private static boolean isThreshold(Condition part, long from, Terms terms) {
        return part instanceof Condition.Amount amount
                && amount.of().equals(terms.on())
                && amount.atLeast() == from
                && amount.base() == terms.stacking().base();
    }

    /** Gathers what terms say while they are walked through. */
    private static final class Reading {

        private long from;
        private Set<UUID> stores = Set.of();
        private Set<DayOfWeek> days = Set.of();
        private @Nullable LocalTime opens;
        private @Nullable LocalTime closes;
        private boolean known = true;

        Worth worth(Terms terms) {
            Benefit benefit = terms.benefit();
            if (benefit instanceof Benefit.AmountOff amount) {
                return new Worth(CampaignForm.Kind.AMOUNT, amount.off(), 0, null, "", 1);
            }
            if (benefit instanceof Benefit.PercentOff percent) {
                return new Worth(CampaignForm.Kind.PERCENT, 0, percent.basisPoints(), percent.most(), "", 1);
            }
            if (benefit instanceof Benefit.FreeItems free) {
                Selection on = terms.on();
                String sku = on.skus().size() == 1 && on.categories().isEmpty()
                        ? on.skus().iterator().next()
                        : "";
                return new Worth(CampaignForm.Kind.EXCHANGE, 0, 0, null, sku, free.pieces());
            }
            if (benefit instanceof Benefit.GiftLadder ladder) {
                Benefit.GiftLadder.Step step = ladder.steps().get(0);
                Benefit.GiftLadder.Present present = step.choices().get(0);
                from = step.from();
                return new Worth(CampaignForm.Kind.GIFT, present.worth(), 0, null, present.sku(), present.quantity());
            }
            known = false;
            return new Worth(CampaignForm.Kind.AMOUNT, 0, 0, null, "", 1);
        }

        void conditions(Condition when) {
            if (when instanceof Condition.All all) {
                all.of().forEach(this::conditions);
            } else if (when instanceof Condition.Amount amount) {
                from = amount.atLeast();
            } else if (when instanceof Condition.Stores some) {
                stores = some.stores();
            } else if (when instanceof Condition.Times times) {
                days = times.days();
                boolean allDay = times.from().equals(times.until());
                opens = allDay ? null : times.from();
                closes = allDay ? null : times.until();
            }
        }
    }
}
