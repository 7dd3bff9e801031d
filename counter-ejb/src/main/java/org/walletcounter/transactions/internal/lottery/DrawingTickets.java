package org.walletcounter.transactions.internal.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.merchants.Directory;
import org.walletcounter.promotions.Benefit.Lottery;
import org.walletcounter.promotions.Draws;
import org.walletcounter.promotions.Draws.Drawn;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Prize.Gives;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.checkout.KeptPricing;

/**
 * Draws a ticket in one transaction. The row of its promise says how many of its tickets were drawn, so two phones cannot
 * draw the same one; the campaign's seed lets one draw at a time, so limits and stock are what they were when it was drawn.
 */
@Dependent
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // a draw meets promotions, the ledger and what was sold
class DrawingTickets {

    /** Counts and locks; who waited sees the new count. */
    private static final String USE =
            "WITH next AS MATERIALIZED (SELECT payment_id, line FROM transactions.promise WHERE"
                    + " kind = 'TICKETS' AND merchant_id = ?1 AND member_id = ?2 AND campaign_id = ?3"
                    + " AND drawn < count - taken_back ORDER BY payment_id, line LIMIT 1 FOR NO KEY UPDATE)"
                    + " UPDATE transactions.promise p SET drawn = p.drawn + 1 FROM next WHERE p.payment_id = next.payment_id"
                    + " AND p.line = next.line AND p.drawn < p.count - p.taken_back"
                    + " RETURNING p.payment_id, p.line, p.drawn, p.store_id, p.name_en, p.name_zh, p.currency";

    private static final String SO_FAR = "SELECT count(*), count(*) FILTER (WHERE prize IS NOT NULL AND state <>"
            + " 'TAKEN_BACK') FROM transactions.draw WHERE campaign_id = ?1 AND member_id = ?2";

    /** As one object, so that what is not there need not be said. */
    private static final String INSERT = "INSERT INTO transactions.draw"
            + " SELECT (jsonb_populate_record(CAST(NULL AS transactions.draw), CAST(?1 AS jsonb))).*";

    /** Nothing that is taken for another letter when it is read aloud or typed. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DrawRows rows;
    private final Draws draws;
    private final KeptPricing kept;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    @Inject
    DrawingTickets(DrawRows rows, Draws draws, KeptPricing kept, Ledger ledger, Directory directory, Clock clock) {
        this.rows = rows;
        this.draws = draws;
        this.kept = kept;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    PrizeDraw draw(Actor actor, UUID memberId, UUID campaignId) {
        Ticket ticket = rows.rows(USE, actor.merchantId(), memberId, campaignId).stream()
                .map(row -> Ticket.of(memberId, campaignId, row))
                .findFirst()
                .orElseThrow(() -> new CounterException(TransactionError.NO_TICKET_LEFT));
        int version = kept.versionOf(ticket.paymentId, campaignId);
        Drawn drawn = draws.draw(actor, new Draws.Ticket(campaignId, version, ticket.name()));
        requireWithinLimits(ticket, drawn.newest());
        UUID id = Ids.next(clock);
        insert(actor, id, version, new Draft(ticket, drawn));
        post(actor, id, ticket, drawn);
        return rows.first("id = ?1", id).orElseThrow();
    }

    /**
     * The limits are the newest version's, for all tickets: by its own version's, an old ticket that may not be drawn any more
     * would for ever stand before the newer ones that may.
     */
    private void requireWithinLimits(Ticket ticket, Lottery lottery) {
        Object[] soFar = rows.rows(SO_FAR, ticket.campaignId, ticket.memberId).get(0);
        requireBelow(lottery.draws(), DrawRows.number(soFar[0]), TransactionError.DRAWS_USED_UP);
        requireBelow(lottery.wins(), DrawRows.number(soFar[1]), TransactionError.WINS_USED_UP);
    }

    private static void requireBelow(@Nullable Integer most, long soFar, TransactionError refusal) {
        if (most != null && soFar >= most) {
            throw new CounterException(refusal, most);
        }
    }

    private void insert(Actor actor, UUID id, int version, Draft draft) {
        Ticket ticket = draft.ticket;
        Drawn drawn = draft.drawn;
        JsonObjectBuilder row = Json.createObjectBuilder()
                .add("id", id.toString())
                .add("merchant_id", actor.merchantId().toString())
                .add("version", version)
                .add("serial", drawn.serial())
                .add("drawn_at", drawn.at().toString())
                .add("drawn_for", drawn.text())
                .add("hash", drawn.hash())
                .add("value", drawn.number())
                .add("weights", drawn.terms().weights())
                .addAll(ticket.row())
                .addAll(prize(drawn.prize()));
        Prize meant = drawn.meant();
        Long left = drawn.left();
        if (meant != null && left != null) {
            row.add("meant", meant.code()).add("left_before", left);
        }
        rows.change(INSERT, row.build().toString());
    }

    private static JsonObjectBuilder prize(@Nullable Prize prize) {
        JsonObjectBuilder row =
                Json.createObjectBuilder().add("state", state(prize).name());
        if (prize == null) {
            return row.add("worth", 0);
        }
        row.add("prize", prize.code())
                .add("prize_en", prize.names().en())
                .add("prize_zh", prize.names().zh())
                .add("gives", prize.what().name())
                .add("worth", prize.worth());
        Integer points = prize.points();
        UUID voucher = prize.voucherCampaignId();
        if (points != null) {
            row.add("points", points);
        }
        if (voucher != null) {
            row.add("voucher_campaign", voucher.toString());
        }
        return prize.what() == Gives.GIFT ? row.add("code", code()) : row;
    }

    private static PrizeDraw.State state(@Nullable Prize prize) {
        if (prize == null) {
            return PrizeDraw.State.BLANK;
        }
        return prize.what() == Gives.GIFT ? PrizeDraw.State.TO_HAND_OVER : PrizeDraw.State.DUE;
    }

    /** Takes the prize out of its stock; the ledger lets none be taken that is not there, and each ticket take one once. */
    private void post(Actor actor, UUID id, Ticket ticket, Drawn drawn) {
        if (drawn.postings().isEmpty()) {
            return;
        }
        Journal.Facts facts = Journal.Facts.plain(
                        drawn.at(),
                        directory.businessDay(actor.merchantId(), drawn.at()),
                        "{\"draw\":\"" + id + "\",\"payment\":\"" + ticket.paymentId + "\"}")
                .claiming(List.of(new Claim("ticket", ticket.name(), KernelError.CHANGED_MEANWHILE)));
        ledger.post(new Journal(
                Ids.next(clock),
                "prize-drawn",
                new Journal.Scope(actor.merchantId(), ticket.storeId, null, actor.id(), ticket.memberId),
                facts,
                drawn.postings()));
    }

    private static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private record Draft(Ticket ticket, Drawn drawn) {}

    /** A ticket that is being drawn. */
    private record Ticket(
            UUID memberId,
            UUID campaignId,
            UUID paymentId,
            int line,
            long number,
            UUID storeId,
            String nameEn,
            String nameZh,
            String currency) {

        static Ticket of(UUID memberId, UUID campaignId, Object[] row) {
            return new Ticket(
                    memberId,
                    campaignId,
                    (UUID) row[0],
                    ((Number) row[1]).intValue(),
                    DrawRows.number(row[2]),
                    (UUID) row[3],
                    (String) row[4],
                    (String) row[5],
                    row[6].toString().strip());
        }

        JsonObjectBuilder row() {
            return Json.createObjectBuilder()
                    .add("member_id", memberId.toString())
                    .add("campaign_id", campaignId.toString())
                    .add("campaign_en", nameEn)
                    .add("campaign_zh", nameZh)
                    .add("payment_id", paymentId.toString())
                    .add("line", line)
                    .add("number", number)
                    .add("currency", currency);
        }

        String name() {
            return paymentId + "/" + line + "/" + number;
        }
    }
}
