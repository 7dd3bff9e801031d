package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.walletcounter.promotions.Advice;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Target;

/**
 * Finds what a little more would save. A piece of advice is not guessed: the amount is added to a line that counts, the whole
 * combination is applied with and without the step, and the difference is told.
 */
final class Advising {

    private static final int MOST = 3;
    private static final int MOST_TRIED = 8;

    private final QuoteRequest request;
    private final Combination best;
    private final Preparing.Prepared prepared;
    private final long net;
    private final Guarding guard;
    private final List<Advice> found = new ArrayList<>();
    private int tried;

    Advising(QuoteRequest request, Combination best, Preparing.Prepared prepared, Guarding guard) {
        this.guard = guard;
        this.request = request;
        this.best = best;
        this.prepared = prepared;
        this.net = best.net();
    }

    List<Advice> advice(Offers offers) {
        for (int i = 0; i < best.candidates().size(); i++) {
            nextStep(i);
        }
        for (Verdict verdict : prepared.verdicts()) {
            if (verdict.reason() == Verdict.Reason.AMOUNT_MISSING) {
                unreached(verdict, offers);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingLong(Advice::add).thenComparing(Advice::id))
                .limit(MOST)
                .toList();
    }

    private void nextStep(int index) {
        Candidate candidate = best.candidates().get(index);
        if (candidate.copy() > 0 || !(best.has(index) || best.allows(index))) {
            return;
        }
        long add = candidate.effect().next(candidate.target(), best.before(index));
        if (add > 0) {
            Combination dearer = grown(best.with(index), candidate.terms().on(), add);
            note(candidate, dearer, add);
        }
    }

    /** What an offer whose amount was not reached would give: it is prepared anew for the dearer basket. */
    private void unreached(Verdict verdict, Offers offers) {
        long add = verdict.figure();
        Selection on = asking(verdict, offers);
        Scene dearer = grown(best.scene(), on, add);
        if (dearer.total() == best.scene().total() || ++tried > MOST_TRIED) {
            return;
        }
        List<Candidate> all = new Preparing(request, dearer).prepare(offers).candidates();
        Combination same = new Combination(dearer, all, new Legality(all), chosenAmong(all));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(verdict.id()) && same.allows(i)) {
                note(all.get(i), same.with(i), add);
                return;
            }
        }
    }

    private long chosenAmong(List<Candidate> all) {
        long chosen = 0;
        for (int i = 0; i < all.size(); i++) {
            chosen |= wasChosen(all.get(i)) ? 1L << i : 0;
        }
        return chosen;
    }

    private void note(Candidate candidate, Combination dearer, long add) {
        long save = net + add - dearer.net();
        if (save > 0
                && guard.keeps(dearer.after(), dearer.chosen())
                && dearer.scene().total() > best.scene().total()) {
            found.add(new Advice(
                    candidate.id(),
                    candidate.source().names(),
                    candidate.terms().on(),
                    add,
                    save));
        }
    }

    private boolean wasChosen(Candidate candidate) {
        for (int i = 0; i < best.candidates().size(); i++) {
            Candidate other = best.candidates().get(i);
            if (best.has(i) && other.id().equals(candidate.id()) && other.copy() == candidate.copy()) {
                return true;
            }
        }
        return false;
    }

    private static Selection asking(Verdict verdict, Offers offers) {
        return offers.promotions().stream()
                .filter(each -> each.id().equals(verdict.id()))
                .map(Promotion::terms)
                .map(terms -> asked(terms.when(), terms.on()))
                .findFirst()
                .orElse(Selection.ALL);
    }

    /** Where a condition asks for an amount, the goods it means; else those that the terms act on. */
    private static Selection asked(Condition condition, Selection otherwise) {
        if (condition instanceof Condition.Amount amount) {
            return amount.of();
        }
        if (condition instanceof Condition.All all) {
            for (Condition each : all.of()) {
                if (each instanceof Condition.Amount amount) {
                    return amount.of();
                }
            }
        }
        return otherwise;
    }

    private static Combination grown(Combination combination, Selection on, long add) {
        Scene scene = grown(combination.scene(), on, add);
        List<Candidate> moved = combination.candidates().stream()
                .map(each -> new Candidate(
                        each.source(),
                        each.terms(),
                        each.voucher(),
                        each.copy(),
                        each.perOrder(),
                        each.wanted(),
                        each.effect(),
                        Target.of(scene, each.source().campaignId(), each.terms()),
                        each.gate()))
                .toList();
        return new Combination(scene, moved, combination.legality(), combination.chosen());
    }

    /** The scene with the dearest line that counts made dearer; the same scene when none counts. */
    private static Scene grown(Scene scene, Selection on, long add) {
        int[] lines = scene.covered(on);
        if (lines.length == 0) {
            return scene;
        }
        int dearest = lines[0];
        for (int line : lines) {
            dearest = scene.initial(line) > scene.initial(dearest) ? line : dearest;
        }
        long[] amounts = scene.amounts();
        amounts[dearest] += add;
        return scene.with(amounts);
    }
}
