package org.walletcounter.web.console.promotions;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Advice;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.Verdict;

/**
 * What a draft does to the sample basket.
 *
 * @param quote null while something is missing
 * @param names what is on the lines, by their numbers
 * @param missing what is missing, in words; empty when it is priced
 */
public record Preview(@Nullable Quote quote, Map<Integer, String> names, String missing) {

    /** Stands for the draft among the promotions. */
    static final UUID DRAFT = new UUID(0, 1);

    /** Keeps a copy. */
    public Preview {
        names = Map.copyOf(names);
    }

    static Preview missing(String what) {
        return new Preview(null, Map.of(), what);
    }

    /** What became of the draft itself. */
    public @Nullable Verdict verdict() {
        return quote == null
                ? null
                : quote.verdicts().stream()
                        .filter(each -> each.id().equals(DRAFT))
                        .findFirst()
                        .orElse(null);
    }

    /** What a little more would save, by the draft. */
    public List<Advice> advice() {
        return quote == null
                ? List.of()
                : quote.advice().stream()
                        .filter(each -> each.id().equals(DRAFT))
                        .toList();
    }
}
