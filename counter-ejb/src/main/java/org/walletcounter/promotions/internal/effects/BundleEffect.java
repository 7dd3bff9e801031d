package org.walletcounter.promotions.internal.effects;

import java.util.List;
import java.util.stream.IntStream;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.Bundle.Slot;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Pieces;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** A set for one price. Places are filled in order with the dearest pieces left; a bundle that saves nothing is not made. */
final class BundleEffect extends Sets {

    private static final int MOST_BUNDLES = 1_000;

    private final Benefit.Bundle benefit;
    private final List<int[]> places;

    BundleEffect(Benefit.Bundle benefit, Scene scene) {
        this.benefit = benefit;
        this.places = benefit.slots().stream().map(Slot::of).map(scene::covered).toList();
    }

    @Override
    public long take(Target target, Working working) {
        long sum = 0;
        for (int bundle = 0; bundle < MOST_BUNDLES; bundle++) {
            long saved = takeOne(target, working);
            if (saved <= 0) {
                break;
            }
            sum += saved;
        }
        return sum;
    }

    @Override
    public long most(Target target, Working working) {
        long worth = 0;
        int bundles = MOST_BUNDLES;
        for (int i = 0; i < places.size(); i++) {
            Pieces pieces = pieces(target, places.get(i), working);
            int needed = benefit.slots().get(i).pieces();
            bundles = Math.min(bundles, pieces.total() / needed);
            worth += pieces.dearest(needed);
        }
        return Math.min(working.total(), bundles * Math.max(0, worth - benefit.price()));
    }

    /** Places that share no goods are each filled with the dearest pieces, whatever the others get. */
    @Override
    public boolean isSharpAlone(Target target) {
        return reach(target).length
                == places.stream().mapToInt(place -> place.length).sum();
    }

    @Override
    public int[] reach(Target target) {
        return places.stream().flatMapToInt(IntStream::of).distinct().sorted().toArray();
    }

    @Override
    public Adjustment.Why why(Target target, Working before) {
        return Adjustment.Why.of("BUNDLE", benefit.price());
    }

    @Override
    public Condition needs(Terms terms) {
        return new Condition.All(benefit.slots().stream()
                .map(slot -> needsPieces(slot.of(), slot.pieces()))
                .toList());
    }

    private long takeOne(Target target, Working working) {
        int[] counts = new int[target.scene().size()];
        long[] costs = new long[counts.length];
        Working trial = working.sibling().copy(working);
        for (int i = 0; i < places.size(); i++) {
            Pieces pieces = pieces(target, places.get(i), trial);
            int needed = benefit.slots().get(i).pieces();
            if (pieces.total() < needed) {
                return 0;
            }
            pieces.take(needed, true, (line, price, count) -> {
                trial.use(line, count);
                counts[line] += count;
                costs[line] += price * count;
            });
        }
        return settle(working, counts, costs);
    }

    private long settle(Working working, int[] counts, long[] costs) {
        long worth = 0;
        for (int line = 0; line < costs.length; line++) {
            costs[line] = Math.min(costs[line], working.now(line));
            worth += costs[line];
        }
        long saved = worth - benefit.price();
        if (saved <= 0) {
            return 0;
        }
        long[] shares = Shares.of(saved, costs);
        for (int line = 0; line < costs.length; line++) {
            working.reduce(line, shares[line]);
            working.use(line, counts[line]);
        }
        return saved;
    }
}
