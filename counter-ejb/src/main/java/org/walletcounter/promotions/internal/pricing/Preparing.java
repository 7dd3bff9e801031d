package org.walletcounter.promotions.internal.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.Verdict.Reason;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.promotions.internal.effects.Effect;
import org.walletcounter.promotions.internal.effects.Effects;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/** Sorts out which promotions and vouchers may apply at all, and says why the others do not. */
final class Preparing {

    /** So many are compared with each other at most; beyond, those that give least are left out. */
    static final int MOST_COMPARED = 64;

    private final QuoteRequest request;
    private final Scene scene;
    private final Judging judging;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    Preparing(QuoteRequest request, Scene scene) {
        this.request = request;
        this.scene = scene;
        this.judging = new Judging(scene, Working.of(scene));
    }

    /** Looks at all that is offered. */
    Prepared prepare(Offers offers) {
        offers.promotions().forEach(this::promotion);
        request.holdings().vouchers().forEach(this::voucher);
        boolean all = candidates.size() <= MOST_COMPARED;
        List<Candidate> compared = all ? new ArrayList<>(candidates) : best();
        compared.sort(Candidate.ORDER);
        return new Prepared(List.copyOf(compared), List.copyOf(verdicts), all);
    }

    private void promotion(Promotion promotion) {
        Terms terms = promotion.terms();
        Adjustment.Source source =
                new Adjustment.Source(promotion.id(), promotion.id(), promotion.version(), terms.names());
        Judging.Objection objection = objection(source.id(), terms, promotion.from(), promotion.until());
        if (objection != null) {
            reject(source, false, objection);
        } else if (holdsOut(promotion)) {
            reject(source, false, new Judging.Objection(Reason.HELD_OUT, 0));
        } else {
            add(source, terms, null);
        }
    }

    private boolean holdsOut(Promotion promotion) {
        UUID member = request.shopper().memberId();
        return member != null && promotion.holdsOut(member);
    }

    private void voucher(VoucherOffer offer) {
        Terms terms = offer.terms().terms();
        Adjustment.Source source =
                new Adjustment.Source(offer.holdingId(), offer.campaignId(), offer.version(), terms.names());
        Judging.Objection objection = objection(source.id(), terms, offer.validFrom(), offer.validUntil());
        if (objection != null) {
            reject(source, true, objection);
        } else {
            add(source, terms, offer);
        }
    }

    private Judging.@Nullable Objection objection(
            UUID id, Terms terms, @Nullable Instant from, @Nullable Instant until) {
        Instant now = request.moment().toInstant();
        if (request.wishes().without().contains(id)) {
            return new Judging.Objection(Reason.NOT_WANTED, 0);
        }
        if (from != null && now.isBefore(from)) {
            return new Judging.Objection(Reason.TOO_EARLY, 0);
        }
        if (until != null && !now.isBefore(until)) {
            return new Judging.Objection(Reason.EXPIRED, 0);
        }
        if (!terms.currency().equals(request.basket().currency())) {
            return new Judging.Objection(Reason.OTHER_CURRENCY, 0);
        }
        return judging.judge(condition(terms, scene));
    }

    /** All that terms ask for: goods they act on, their own condition, and what their benefit needs. */
    static Condition condition(Terms terms, Scene scene) {
        return Condition.all(
                new Condition.Quantity(terms.on(), 1),
                terms.when(),
                Effects.of(terms.benefit(), scene).needs(terms));
    }

    private void add(Adjustment.Source source, Terms terms, @Nullable VoucherOffer voucher) {
        Effect effect = Effects.of(terms.benefit(), scene);
        Target target = Target.of(scene, source.campaignId(), terms);
        Gate gate = Gate.of(terms.when(), scene, judging);
        boolean wanted = request.wishes().with().contains(source.id());
        int perOrder = voucher == null ? 1 : voucher.terms().perOrder();
        int copies = voucher == null ? 1 : Math.min(Math.min(voucher.count(), perOrder), MOST_COMPARED);
        for (int copy = 0; copy < copies; copy++) {
            candidates.add(new Candidate(
                    source, terms, voucher != null, copy, perOrder, wanted && copy == 0, effect, target, gate));
        }
    }

    private void reject(Adjustment.Source source, boolean voucher, Judging.Objection objection) {
        verdicts.add(
                new Verdict(source.id(), source.names(), voucher, 0, 0, objection.reason(), null, objection.figure()));
    }

    private List<Candidate> best() {
        Working initial = Working.of(scene);
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort((a, b) -> {
            int wanted = Boolean.compare(b.wanted(), a.wanted());
            int most = Long.compare(b.most(initial), a.most(initial));
            return wanted != 0 ? wanted : most != 0 ? most : Candidate.ORDER.compare(a, b);
        });
        sorted.subList(MOST_COMPARED, sorted.size()).stream()
                .filter(each -> each.copy() == 0)
                .forEach(each -> reject(each.source(), each.voucher(), new Judging.Objection(Reason.TOO_MANY, 0)));
        return new ArrayList<>(sorted.subList(0, MOST_COMPARED));
    }

    /**
     * What may apply, in the order of application, and why the rest does not.
     *
     * @param all whether nothing was left out for being too many
     */
    record Prepared(List<Candidate> candidates, List<Verdict> verdicts, boolean all) {}
}
