package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.List;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Working;

/** Applies a combination once more and writes down what each part of it changed. */
final class Tracing {

    private final Scene scene;
    private final Working working;
    private final List<Adjustment> trace = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();

    Tracing(Scene scene) {
        this.scene = scene;
        this.working = Working.of(scene);
    }

    void apply(Candidate candidate) {
        Working before = working.sibling().copy(working);
        List<Promise> promised = candidate.effect().promises(candidate.target(), before);
        candidate.apply(working);
        promises.addAll(promised);
        long off = before.total() - working.total();
        if (off > 0) {
            trace.add(new Adjustment(
                    candidate.step(),
                    candidate.source(),
                    candidate.effect().why(candidate.target(), before),
                    candidate.effect().base(candidate.target(), before),
                    -off,
                    shares(before),
                    funders(candidate.terms().funding(), off)));
        }
    }

    Working working() {
        return working;
    }

    List<Adjustment> trace() {
        return trace;
    }

    List<Promise> promises() {
        return promises;
    }

    private List<Adjustment.Share> shares(Working before) {
        List<Adjustment.Share> shares = new ArrayList<>();
        for (int i = 0; i < scene.size(); i++) {
            long change = working.now(i) - before.now(i);
            if (change != 0) {
                shares.add(new Adjustment.Share(scene.lines().get(i).line(), change));
            }
        }
        return shares;
    }

    private static List<Adjustment.Funder> funders(Funding funding, long off) {
        long[] weights =
                funding.parts().stream().mapToLong(Funding.Part::basisPoints).toArray();
        long[] amounts = Shares.of(off, weights);
        List<Adjustment.Funder> funders = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] > 0) {
                funders.add(new Adjustment.Funder(funding.parts().get(i).party(), amounts[i]));
            }
        }
        return funders;
    }
}
