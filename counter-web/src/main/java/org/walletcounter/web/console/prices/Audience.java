package org.walletcounter.web.console.prices;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.walletcounter.promotions.Condition;

/**
 * Whom a price list is for, as the form knows it: some stores, some tiers, some segments; nothing chosen means all.
 *
 * @param stores ids, as text
 */
record Audience(List<String> stores, List<String> tiers, List<String> segments) implements Serializable {

    static final Audience ALL = new Audience(List.of(), List.of(), List.of());

    /** What a condition says; nothing when it says more than the form knows. */
    static Optional<Audience> of(Condition when) {
        List<Condition> parts = when instanceof Condition.All all ? all.of() : List.of(when);
        Set<String> stores = new LinkedHashSet<>();
        Set<String> tiers = new LinkedHashSet<>();
        Set<String> segments = new LinkedHashSet<>();
        for (Condition part : parts) {
            Set<String> kind =
                    part instanceof Condition.Stores ? stores : part instanceof Condition.Tiers ? tiers : segments;
            Set<String> codes = codes(part);
            if (codes.isEmpty() || !kind.isEmpty()) {
                return Optional.empty();
            }
            kind.addAll(codes);
        }
        return Optional.of(new Audience(sorted(stores), sorted(tiers), sorted(segments)));
    }

    /** What a part chooses; nothing when the form does not know its kind, for none of them chooses nothing. */
    private static Set<String> codes(Condition part) {
        if (part instanceof Condition.Stores some) {
            return some.stores().stream().map(UUID::toString).collect(Collectors.toSet());
        }
        if (part instanceof Condition.Tiers some) {
            return some.tiers();
        }
        return part instanceof Condition.Segments some ? some.segments() : Set.of();
    }

    private static List<String> sorted(Set<String> codes) {
        return new ArrayList<>(new TreeSet<>(codes));
    }

    /** The condition. */
    Condition when() {
        List<Condition> parts = new ArrayList<>();
        if (!stores.isEmpty()) {
            parts.add(new Condition.Stores(stores.stream().map(UUID::fromString).collect(Collectors.toSet())));
        }
        if (!tiers.isEmpty()) {
            parts.add(new Condition.Tiers(Set.copyOf(tiers)));
        }
        if (!segments.isEmpty()) {
            parts.add(new Condition.Segments(Set.copyOf(segments)));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
    }
}
