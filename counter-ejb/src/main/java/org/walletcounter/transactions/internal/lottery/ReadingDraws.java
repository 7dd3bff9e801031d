package org.walletcounter.transactions.internal.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.DrawnCampaign;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Terms;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.transactions.TransactionError;

/** What tickets wait, what was drawn, and what proves it. Changes nothing. */
@Dependent
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the door's own types
class ReadingDraws {

    private static final int LONGEST_PAGE = 200;
    private static final int LONGEST_PROOF = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1L, -1L);

    private static final String WAITING =
            "SELECT campaign_id, max(name_en), max(name_zh), sum(count - taken_back - drawn)"
                    + " FROM transactions.promise WHERE kind = 'TICKETS' AND merchant_id = ?1 AND member_id = ?2"
                    + " AND drawn < count - taken_back GROUP BY campaign_id ORDER BY campaign_id DESC";

    private static final String TICKETS =
            "SELECT coalesce(sum(count - taken_back), 0), count(*) FROM transactions.promise"
                    + " WHERE kind = 'TICKETS' AND member_id IS NOT NULL AND campaign_id = ?1";

    private static final String BY_PRIZE = "SELECT coalesce(prize, ''), count(*) FILTER (WHERE state <> 'TAKEN_BACK'),"
            + " count(*) FILTER (WHERE state IN ('HANDED_OVER', 'GIVEN', 'TAKING_BACK')), count(*) FILTER (WHERE state ="
            + " 'FAILED'), count(*) FILTER (WHERE state = 'TAKEN_BACK'), count(*) FROM transactions.draw"
            + " WHERE campaign_id = ?1 GROUP BY 1";

    private static final String REDUCTIONS = "SELECT r.payment_id, p.sale_number, sum(r.amount), max(k.sale)"
            + " FROM transactions.reduction r JOIN transactions.payment p ON p.id = r.payment_id"
            + " JOIN transactions.pricing k ON k.payment_id = r.payment_id WHERE r.campaign_id = ?1 AND r.source_id = ?1"
            + " AND p.state = 'SUCCEEDED' AND r.payment_id > ?2 GROUP BY 1, 2 ORDER BY 1 LIMIT ?3";

    private final DrawRows rows;
    private final Draws draws;
    private final Definitions definitions;
    private final Clock clock;

    @Inject
    ReadingDraws(DrawRows rows, Draws draws, Definitions definitions, Clock clock) {
        this.rows = rows;
        this.draws = draws;
        this.definitions = definitions;
        this.clock = clock;
    }

    List<Lotteries.Waiting> waiting(Actor actor, UUID memberId) {
        return rows.rows(WAITING, actor.merchantId(), memberId).stream()
                .map(row -> waiting(actor, row))
                .toList();
    }

    private Lotteries.Waiting waiting(Actor actor, Object[] row) {
        DrawnCampaign campaign = draws.odds(actor, (UUID) row[0]);
        Instant closes = campaign.closes();
        return new Lotteries.Waiting(
                campaign.campaignId(),
                new Terms.Names((String) row[1], (String) row[2]),
                DrawRows.number(row[3]),
                closes,
                closes == null || clock.instant().isBefore(closes));
    }

    Page<PrizeDraw> drawn(Actor actor, UUID memberId, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
        List<PrizeDraw> found = rows.list(
                "merchant_id = ?1 AND member_id = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4",
                actor.merchantId(),
                memberId,
                cursor(after, LAST),
                most + 1);
        return page(found, most);
    }

    Page<PrizeDraw> open(Actor actor, @Nullable UUID memberId, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
        String open = "merchant_id = ?1 AND state IN ('TO_HAND_OVER', 'FAILED') AND id > ?2";
        UUID last = cursor(after, FIRST);
        List<PrizeDraw> found = memberId == null
                ? rows.list(open + " ORDER BY id LIMIT ?3", actor.merchantId(), last, most + 1)
                : rows.list(
                        open + " AND member_id = ?3 ORDER BY id LIMIT ?4",
                        actor.merchantId(),
                        last,
                        memberId,
                        most + 1);
        return page(found, most);
    }

    /** A page of what was asked for with one more than fits on it, which tells whether another follows. */
    private static Page<PrizeDraw> page(List<PrizeDraw> found, int most) {
        List<PrizeDraw> page = found.size() > most ? found.subList(0, most) : found;
        return new Page<>(page, found.size() > most ? page.get(most - 1).id().toString() : null);
    }

    PrizeDraw byCode(Actor actor, String code) {
        String plain = code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
        return rows.first("merchant_id = ?1 AND code = ?2", actor.merchantId(), plain)
                .orElseThrow(() -> CounterException.at("code", TransactionError.NO_SUCH_PRIZE));
    }

    List<PrizeDraw> proof(Actor actor, UUID campaignId, long after, int limit) {
        requireRevealed(actor, campaignId);
        return rows.list(
                "merchant_id = ?1 AND campaign_id = ?2 AND serial > ?3 ORDER BY serial LIMIT ?4",
                actor.merchantId(),
                campaignId,
                after,
                Math.max(1, Math.min(limit, LONGEST_PROOF)));
    }

    List<Lotteries.DrawnReduction> reductions(Actor actor, UUID campaignId, @Nullable UUID after, int limit) {
        requireRevealed(actor, campaignId);
        return rows
                .rows(
                        REDUCTIONS,
                        campaignId,
                        after == null ? new UUID(0, 0) : after,
                        Math.max(1, Math.min(limit, LONGEST_PROOF)))
                .stream()
                .map(row -> reduction(campaignId, row))
                .toList();
    }

    private Lotteries.DrawnReduction reduction(UUID campaignId, Object[] row) {
        Promotion used = definitions.readKept((String) row[3], Sale.class).offers().promotions().stream()
                .filter(each -> each.id().equals(campaignId))
                .findFirst()
                .orElseThrow();
        Long drawn = used.terms().benefit() instanceof Benefit.RandomOff random ? random.drawn() : null;
        return new Lotteries.DrawnReduction(
                (UUID) row[0],
                used.version(),
                (String) row[1],
                campaignId + ":" + row[1],
                Objects.requireNonNull(drawn, "What was given was drawn."),
                DrawRows.number(row[2]));
    }

    private void requireRevealed(Actor actor, UUID campaignId) {
        if (draws.odds(actor, campaignId).seed() == null) {
            throw new CounterException(TransactionError.NOT_REVEALED_YET);
        }
    }

    Lotteries.Figures figures(Actor actor, UUID campaignId) {
        DrawnCampaign campaign = draws.odds(actor, campaignId);
        long tickets = DrawRows.number(rows.rows(TICKETS, campaignId).get(0)[0]);
        Map<String, Object[]> byPrize = new HashMap<>();
        rows.rows(BY_PRIZE, campaignId).forEach(row -> byPrize.put((String) row[0], row));
        long drawn = byPrize.values().stream()
                .mapToLong(row -> DrawRows.number(row[5]))
                .sum();
        Benefit benefit = campaign.editions().get(0).benefit();
        List<Lotteries.OfPrize> prizes = benefit instanceof Benefit.Lottery lottery
                ? lottery.prizes().stream()
                        .map(each -> ofPrize(each, campaign, byPrize.get(each.code())))
                        .toList()
                : List.of();
        return new Lotteries.Figures(tickets, drawn, at(byPrize.get(""), 5), prizes);
    }

    private static Lotteries.OfPrize ofPrize(Prize prize, DrawnCampaign campaign, Object @Nullable [] row) {
        return new Lotteries.OfPrize(
                prize.code(),
                prize.names(),
                prize.stock(),
                campaign.left().getOrDefault(prize.code(), 0L),
                at(row, 1),
                at(row, 2),
                at(row, 3),
                at(row, 4));
    }

    private static long at(Object @Nullable [] row, int column) {
        return row == null ? 0 : DrawRows.number(row[column]);
    }

    private static UUID cursor(@Nullable String after, UUID otherwise) {
        try {
            return after == null ? otherwise : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }
}
