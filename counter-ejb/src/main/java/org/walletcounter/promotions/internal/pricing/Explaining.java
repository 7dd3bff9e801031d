package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.Verdict.Reason;
import org.walletcounter.promotions.internal.goods.Working;

/** Says for each promotion and voucher that could apply whether it is part of the best price, and if not, why. */
final class Explaining {

    private final Combination best;
    private final List<Adjustment> trace;
    private final long net;
    private final Guarding guard;

    Explaining(Combination best, List<Adjustment> trace, Guarding guard) {
        this.best = best;
        this.trace = trace;
        this.net = best.net();
        this.guard = guard;
    }

    List<Verdict> verdicts() {
        Map<UUID, List<Integer>> holdings = new LinkedHashMap<>();
        for (int i = 0; i < best.candidates().size(); i++) {
            holdings.computeIfAbsent(best.candidates().get(i).id(), id -> new ArrayList<>())
                    .add(i);
        }
        return holdings.values().stream().map(this::verdict).toList();
    }

    private Verdict verdict(List<Integer> copies) {
        int used = (int) copies.stream().filter(best::has).count();
        Candidate first = best.candidates().get(copies.get(0));
        if (used == 0) {
            return unused(copies.get(0), first);
        }
        long saved = -trace.stream()
                .filter(each -> each.source().id().equals(first.id()))
                .mapToLong(Adjustment::amount)
                .sum();
        return verdict(first, used, saved, new Why(first.wanted() ? Reason.WANTED : Reason.USED, null, 0));
    }

    private Verdict unused(int index, Candidate candidate) {
        return verdict(candidate, 0, 0, best.allows(index) ? costly(index, candidate) : barred(index));
    }

    private Why costly(int index, Candidate candidate) {
        Working there = best.before(index);
        Judging.Objection objection =
                new Judging(best.scene(), there).judge(candidate.terms().when());
        if (objection != null) {
            return new Why(objection.reason(), null, objection.figure());
        }
        boolean gives = candidate.apply(there);
        Combination more = best.with(index);
        if (gives && !guard.keeps(more.after(), more.chosen())) {
            return new Why(Reason.MARGIN_GUARD, null, 0);
        }
        long dearer = more.net() - net;
        return gives && dearer > 0 ? new Why(Reason.DEARER, null, dearer) : missing(index, candidate);
    }

    private Why missing(int index, Candidate candidate) {
        Judging now = new Judging(best.scene(), best.before(index));
        Judging.Objection objection = now.judge(candidate.effect().needs(candidate.terms()));
        return objection == null
                ? new Why(Reason.NOTHING_LEFT, null, 0)
                : new Why(objection.reason(), null, objection.figure());
    }

    private Why barred(int index) {
        long rivals = best.legality().conflicts(index) & best.chosen();
        return rivals == 0
                ? new Why(Reason.LIMIT_REACHED, null, 0)
                : new Why(
                        Reason.EXCLUDED,
                        best.candidates()
                                .get(Long.numberOfTrailingZeros(rivals))
                                .id(),
                        0);
    }

    private static Verdict verdict(Candidate candidate, int used, long saved, Why why) {
        return new Verdict(
                candidate.id(),
                candidate.source().names(),
                candidate.voucher(),
                used,
                saved,
                why.reason,
                why.rival,
                why.figure);
    }

    private record Why(Reason reason, @Nullable UUID rival, long figure) {}
}
