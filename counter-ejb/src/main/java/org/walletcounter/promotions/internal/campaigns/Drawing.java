package org.walletcounter.promotions.internal.campaigns;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.Posting;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Benefit.Lottery;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.DrawnCampaign;
import org.walletcounter.promotions.DrawnCampaign.Edition;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.promotions.internal.draws.Seeds;
import org.walletcounter.promotions.internal.goods.Draw;

/** What the door to draws promises, on the seeds, the campaigns and the stock of prizes. */
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the door's own types
final class Drawing implements Draws {

    /** Between the end and the seed: longer than any node trusts what it knows of live campaigns. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final int MOST = 100;

    private final CampaignRows rows;
    private final Seeds seeds;
    private final PrizeStock stock;
    private final Clock clock;

    Drawing(CampaignRows rows, Seeds seeds, PrizeStock stock, Clock clock) {
        this.rows = rows;
        this.seeds = seeds;
        this.stock = stock;
        this.clock = clock;
    }

    /** Whether something of it is drawn by chance. */
    static boolean draws(Benefit benefit) {
        return benefit instanceof Lottery || benefit instanceof Benefit.RandomOff;
    }

    /** Publishes the commitment of a campaign that goes live, once, and provides its prizes. */
    void goesLive(UUID merchantId, CampaignView campaign, House days) {
        Benefit benefit = campaign.content().terms().benefit();
        if (!draws(benefit)) {
            return;
        }
        Seeds.Seed seed = seeds.commit(merchantId, campaign.id(), clock.instant());
        if (seed.revealed() != null) {
            throw new CounterException(PromotionError.SEED_REVEALED);
        }
        if (benefit instanceof Lottery lottery) {
            stock.provide(merchantId, campaign.id(), lottery, days.today(merchantId));
        }
    }

    /**
     * The offers with the numbers that are drawn for a sale. What draws and has no seed is not on offer: its draws could not
     * be checked.
     */
    Offers drawn(Offers offers, String reference) {
        if (offers.promotions().stream().noneMatch(each -> draws(each.terms().benefit()))) {
            return offers;
        }
        List<Promotion> promotions = offers.promotions().stream()
                .flatMap(each -> drawn(each, reference).stream())
                .toList();
        return new Offers(promotions, offers.priceLists(), offers.guard());
    }

    /**
     * The offers without random reductions: who asks for a price without selling must not learn which sale number is a lucky
     * one.
     */
    static Offers untold(Offers offers) {
        return new Offers(
                offers.promotions().stream()
                        .filter(each -> !(each.terms().benefit() instanceof Benefit.RandomOff))
                        .toList(),
                offers.priceLists(),
                offers.guard());
    }

    private Optional<Promotion> drawn(Promotion promotion, String reference) {
        Benefit benefit = promotion.terms().benefit();
        if (!draws(benefit)) {
            return Optional.of(promotion);
        }
        Optional<byte[]> seed = seeds.opened(promotion.id());
        if (benefit instanceof Benefit.RandomOff random) {
            return seed.map(bytes -> Draw.of(bytes, promotion.id() + ":" + reference, random.weights())
                            .value())
                    .map(number -> new Promotion(
                            promotion.id(),
                            promotion.version(),
                            promotion.terms().giving(new Benefit.RandomOff(number, random.chances())),
                            promotion.from(),
                            promotion.until()));
        }
        return seed.map(known -> promotion);
    }

    @Override
    public DrawnCampaign odds(Actor actor, UUID campaignId) {
        Seeds.Seed seed = seeds.find(actor.merchantId(), campaignId).orElseThrow(Drawing::none);
        List<CampaignView> live = wentLive(actor.merchantId(), campaignId);
        Instant closes = closes(live.get(0));
        if (seed.revealed() == null && closes != null && clock.instant().isAfter(closes.plus(QUIET))) {
            seed = reveal(actor.merchantId(), campaignId);
        }
        return shown(actor.merchantId(), seed, live);
    }

    /** Who has waited for a new version to be approved looks again: the campaign may go on. */
    private Seeds.Seed reveal(UUID merchantId, UUID campaignId) {
        Seeds.Seed locked = seeds.lock(merchantId, campaignId).orElseThrow(Drawing::none);
        Instant closes = closes(wentLive(merchantId, campaignId).get(0));
        if (closes == null || !clock.instant().isAfter(closes.plus(QUIET))) {
            return locked;
        }
        seeds.reveal(campaignId, clock.instant());
        return seeds.find(merchantId, campaignId).orElseThrow(Drawing::none);
    }

    @Override
    public List<DrawnCampaign> oddsOfAll(Actor actor) {
        return seeds.all(actor.merchantId(), MOST).stream()
                .map(id -> odds(actor, id))
                .toList();
    }

    @Override
    public Drawn draw(Actor actor, Ticket ticket) {
        UUID merchant = actor.merchantId();
        UUID campaign = ticket.campaignId();
        Seeds.Seed seed = seeds.lock(merchant, campaign).orElseThrow(Drawing::none);
        List<CampaignView> live = wentLive(merchant, campaign);
        Instant now = clock.instant();
        requireOpen(seed, closes(live.get(0)), now);
        Lottery lottery = lottery(live, ticket.version());
        Lottery newest = newest(live);
        long serial = seeds.next(campaign);
        String text = campaign + ":" + serial + ":" + ticket.name();
        Draw.Number number = Draw.of(seeds.bytes(campaign), text, lottery.weights());
        Prize meant = prize(lottery, number.value());
        if (meant == null) {
            return new Drawn(
                    serial, text, number.hash(), number.value(), null, null, null, lottery, newest, now, List.of());
        }
        long left = stock.left(merchant, campaign, meant.code());
        Prize given = left > 0 ? meant : substitute(merchant, campaign, lottery);
        List<Posting> postings = given == null ? List.of() : stock.take(merchant, campaign, given.code(), 1);
        return new Drawn(
                serial, text, number.hash(), number.value(), meant, left, given, lottery, newest, now, postings);
    }

    private static void requireOpen(Seeds.Seed seed, @Nullable Instant closes, Instant now) {
        if (seed.revealed() != null || (closes != null && !now.isBefore(closes))) {
            throw new CounterException(PromotionError.DRAWING_OVER);
        }
    }

    private @Nullable Prize substitute(UUID merchant, UUID campaign, Lottery lottery) {
        String code = lottery.substitute();
        return code == null || stock.left(merchant, campaign, code) == 0
                ? null
                : lottery.prize(code).orElse(null);
    }

    /** The prizes in their order, each as many numbers as its weight; what is above is blank. */
    static @Nullable Prize prize(Lottery lottery, long number) {
        long passed = 0;
        for (Prize each : lottery.prizes()) {
            passed += each.weight();
            if (number < passed) {
                return each;
            }
        }
        return null;
    }

    @Override
    public List<Posting> putBack(Actor actor, UUID campaignId, String prizeCode) {
        Seeds.Seed locked = seeds.lock(actor.merchantId(), campaignId).orElseThrow(Drawing::none);
        return stock.take(actor.merchantId(), locked.campaign(), prizeCode, -1);
    }

    private static Lottery lottery(List<CampaignView> live, int version) {
        return newest(live.stream().filter(each -> each.version() == version).toList());
    }

    /** Of these versions, newest first, the first that is a lottery. */
    private static Lottery newest(List<CampaignView> live) {
        return live.stream()
                .map(each -> each.content().terms().benefit())
                .filter(Lottery.class::isInstance)
                .map(Lottery.class::cast)
                .findFirst()
                .orElseThrow(Drawing::none);
    }

    /** The versions that went live and draw, newest first. */
    private List<CampaignView> wentLive(UUID merchantId, UUID campaignId) {
        List<CampaignView> live = rows.versions(merchantId, campaignId).stream()
                .filter(each ->
                        each.approver() != null && draws(each.content().terms().benefit()))
                .toList();
        if (live.isEmpty()) {
            throw none();
        }
        return live;
    }

    private static CounterException none() {
        return new CounterException(PromotionError.NO_SUCH_CAMPAIGN);
    }

    private static @Nullable Instant ends(CampaignView last) {
        Instant until = last.content().until();
        boolean early = last.state() == CampaignView.State.ENDED
                && (until == null || last.changedAt().isBefore(until));
        return early ? last.changedAt() : until;
    }

    private static @Nullable Instant closes(CampaignView last) {
        Instant end = ends(last);
        if (end == null) {
            return null;
        }
        return last.content().terms().benefit() instanceof Lottery lottery
                ? end.plus(Duration.ofDays(lottery.daysToDraw()))
                : end;
    }

    private DrawnCampaign shown(UUID merchantId, Seeds.Seed seed, List<CampaignView> live) {
        CampaignView last = live.get(0);
        Benefit benefit = last.content().terms().benefit();
        Map<String, Long> left =
                benefit instanceof Lottery lottery ? stock.left(merchantId, seed.campaign(), lottery) : Map.of();
        return new DrawnCampaign(
                seed.campaign(),
                last.content().terms().names(),
                last.content().terms().currency(),
                seed.commitment(),
                seed.committedAt(),
                ends(last),
                closes(last),
                seed.revealed(),
                seed.revealedAt(),
                seed.drawn(),
                live.stream()
                        .map(each -> new Edition(
                                each.version(), each.content().terms().benefit()))
                        .toList(),
                left);
    }
}
