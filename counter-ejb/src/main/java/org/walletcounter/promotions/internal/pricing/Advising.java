package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.walletcounter.promotions.Advice;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Target;

/**
 * Finds what a little more would save. A piece of advice is not guessed: the amount is added to a line that counts, the whole
 * combination is applied with and without the step, and the difference is told. Whoever follows it pays no more than it says;
 * less when another combination has become better still. As what is wished for goes before the price, nothing is advised that
 * leaves out a wish that could come true then.
 */
final class Advising {

    private static final int MOST = 3;
    private static final int MOST_TRIED = 8;

    private final QuoteRequest request;
    private final Offers offers;
    private final Combination best;
    private final Preparing.Prepared prepared;
    private final long net;
    private final List<Advice> found = new ArrayList<>();
    private int tried;

    Advising(QuoteRequest request, Offers offers, Combination best, Preparing.Prepared prepared) {
        this.request = request;
        this.offers = offers;
        this.best = best;
        this.prepared = prepared;
        this.net = best.net();
    }

    List<Advice> advice() {
        for (int i = 0; i < best.candidates().size(); i++) {
            nextStep(i);
        }
        for (Verdict verdict : prepared.verdicts()) {
            if (verdict.reason() == Verdict.Reason.AMOUNT_MISSING && tried < MOST_TRIED) {
                unreached(verdict);
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
            Selection on = candidate.terms().on();
            Combination dearer = grown(best.with(index), on, add).giving();
            long save = saved(dearer, add, () -> anew(dearer.scene()));
            if (save > 0 && dearer.taken(index) > best.taken(index)) {
                found.add(new Advice(candidate.id(), candidate.source().names(), on, add, save));
            }
        }
    }

    /** What an offer whose amount was not reached would give: it is prepared anew for the dearer basket. */
    private void unreached(Verdict verdict) {
        long add = verdict.figure();
        Selection of = terms(verdict.id())
                .map(terms -> Lacking.goods(terms, best.scene(), add))
                .orElse(Selection.ALL);
        Scene dearer = grown(best.scene(), of, add);
        if (dearer.total() == best.scene().total()) {
            return;
        }
        tried++;
        List<Candidate> all = anew(dearer);
        Combination same = new Combination(dearer, all, new Legality(all), chosenAmong(all));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(verdict.id()) && same.allows(i)) {
                Combination with = same.with(i).giving();
                long save = saved(with, add, () -> all);
                if (save > 0 && with.taken(i) > 0) {
                    found.add(new Advice(verdict.id(), verdict.names(), of, add, save));
                }
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

    /** All that may apply to a dearer basket. */
    private List<Candidate> anew(Scene dearer) {
        return new Preparing(request, dearer).prepare(offers).candidates();
    }

    /**
     * What comes off the dearer basket that does not now; nothing when the guard or a wish would not let it.
     *
     * @param all all that may apply to it, which is asked only where something is wished for
     */
    private long saved(Combination dearer, long add, Supplier<List<Candidate>> all) {
        long save = net + add - dearer.net();
        return save > 0 && keepsMargin(dearer) && meetsWishes(dearer, all) ? save : 0;
    }

    /** Whether all that is wished for and may apply to the dearer basket is in it: a wish that is left might cost more. */
    private boolean meetsWishes(Combination dearer, Supplier<List<Candidate>> all) {
        if (request.wishes().with().isEmpty()) {
            return true;
        }
        Set<UUID> met = new HashSet<>();
        for (int i = 0; i < dearer.candidates().size(); i++) {
            if (dearer.has(i)) {
                met.add(dearer.candidates().get(i).id());
            }
        }
        return all.get().stream().filter(Candidate::wanted).allMatch(each -> met.contains(each.id()));
    }

    private boolean keepsMargin(Combination dearer) {
        return new Guarding(dearer.scene(), dearer.candidates(), offers.guard()).keeps(dearer.after(), dearer.chosen());
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

    /** The terms of a promotion or of the vouchers of a holding. */
    private Optional<Terms> terms(UUID id) {
        Stream<Terms> promotions = offers.promotions().stream()
                .filter(each -> each.id().equals(id))
                .map(Promotion::terms);
        Stream<Terms> vouchers = request.holdings().vouchers().stream()
                .filter(each -> each.holdingId().equals(id))
                .map(each -> each.terms().terms());
        return Stream.concat(promotions, vouchers).findFirst();
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
