package org.walletcounter.transactions.internal.lottery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.Gifts;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.promotions.Draws;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.Vouchers;

/**
 * Puts won vouchers, points and money into the members' hands, and takes unused vouchers back whose sale came back. Each in a
 * transaction of its own, by one node, once: the row is locked and says so afterwards.
 */
@ApplicationScoped
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // a prize may be anything of value that there is
public class GivingPrizes {

    private static final String OPEN =
            "SELECT id, merchant_id, member_id, campaign_id, state, gives, points, voucher_campaign,"
                    + " worth, currency, prize, voucher_id FROM transactions.draw WHERE state IN ('DUE', 'TAKING_BACK')";

    private final DrawRows rows;
    private final Ledger ledger;
    private final Vouchers vouchers;
    private final Gifts gifts;
    private final Members members;
    private final Directory directory;
    private final Draws draws;
    private final Clock clock;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected GivingPrizes() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    GivingPrizes(
            DrawRows rows,
            Ledger ledger,
            Vouchers vouchers,
            Gifts gifts,
            Members members,
            Directory directory,
            Draws draws,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.gifts = gifts;
        this.members = members;
        this.directory = directory;
        this.draws = draws;
        this.clock = clock;
    }

    /** What waits and was not put off, the oldest first, at most so many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> open(int most) {
        return rows
                .rows(
                        OPEN + " AND (not_before IS NULL OR not_before <= ?1) ORDER BY id LIMIT ?2",
                        clock.instant(),
                        most)
                .stream()
                .map(row -> (UUID) row[0])
                .toList();
    }

    /**
     * Gives a prize, or takes it back, unless another node does or has done.
     *
     * @throws CounterException when it cannot be given; then {@link #fail} it, or {@link #putOff} it if that passes
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void settle(UUID drawId) {
        rows.rows(OPEN + " AND id = ?1 FOR NO KEY UPDATE SKIP LOCKED", drawId).stream()
                .map(Won::of)
                .forEach(won -> {
                    if (won.state.equals("DUE")) {
                        give(won);
                    } else {
                        takeBack(won);
                    }
                });
    }

    /**
     * Notes that a prize cannot be given, and why; the store settles it with the member.
     *
     * @return false: it was not to be given but to be taken back, and still is
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean fail(UUID drawId, String why) {
        return rows.change(
                        "UPDATE transactions.draw SET state = 'FAILED', why = ?2 WHERE id = ?1 AND state = 'DUE'",
                        drawId,
                        why)
                == 1;
    }

    /** Leaves a prize to be given or taken back, but not before so long has passed; until then it stands before no other. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void putOff(UUID drawId, Duration pause) {
        rows.change(
                "UPDATE transactions.draw SET not_before = ?2 WHERE id = ?1 AND state IN ('DUE', 'TAKING_BACK')",
                drawId,
                clock.instant().plus(pause));
    }

    private void give(Won won) {
        switch (won.gives) {
            case "VOUCHER" -> give(won, voucher(won));
            case "POINTS" -> {
                gifts.award(Actor.system(won.merchantId), won.memberId, won.points);
                give(won, null);
            }
            default -> {
                credit(won);
                give(won, null);
            }
        }
    }

    private void give(Won won, @Nullable UUID voucherId) {
        Instant now = clock.instant();
        if (voucherId == null) {
            rows.change("UPDATE transactions.draw SET state = 'GIVEN', done_at = ?2 WHERE id = ?1", won.id, now);
        } else {
            rows.change(
                    "UPDATE transactions.draw SET state = 'GIVEN', done_at = ?2, voucher_id = ?3 WHERE id = ?1",
                    won.id,
                    now,
                    voucherId);
        }
    }

    /** The very one that is issued here: the member may come by another of the campaign at the same moment. */
    private UUID voucher(Won won) {
        Actor system = Actor.system(won.merchantId);
        UUID campaign =
                Objects.requireNonNull(won.voucherCampaign, "A prize that is a voucher says of which campaign.");
        Granted granted = vouchers.grant(system, campaign, List.of(won.memberId));
        granted.refused().stream().findFirst().ifPresent(refused -> {
            throw new CounterException(refused.why());
        });
        return granted.vouchers().get(0);
    }

    /** From an account of its own: promotions' funding is what came off prices, and reports prove it. */
    private void credit(Won won) {
        Actor system = Actor.system(won.merchantId);
        AccountId funding = ledger.open(AccountTerms.free(won.merchantId, "prize-cost", won.currency, "merchant"));
        AccountId wallet = members.payer(system, won.memberId, won.currency).wallet();
        post(won, "prize-credit", List.of(new Posting(funding, -won.worth), new Posting(wallet, won.worth)));
    }

    /** One that was used meanwhile stays used: then the prize was kept. */
    private void takeBack(Won won) {
        Actor system = Actor.system(won.merchantId);
        UUID voucherId = Objects.requireNonNull(won.voucherId, "Only a voucher is taken back later.");
        if (vouchers.voucher(system, voucherId).state() != VoucherView.State.IN_HAND) {
            rows.change("UPDATE transactions.draw SET state = 'GIVEN' WHERE id = ?1", won.id);
            return;
        }
        vouchers.withdraw(system, voucherId, "The sale that the ticket came with was returned.");
        post(won, "prize-back", draws.putBack(system, won.campaignId, won.prize));
        rows.change(
                "UPDATE transactions.draw SET state = 'TAKEN_BACK', done_at = ?2 WHERE id = ?1",
                won.id,
                clock.instant());
    }

    private void post(Won won, String kind, List<Posting> postings) {
        Actor system = Actor.system(won.merchantId);
        Instant now = clock.instant();
        Journal.Facts facts = Journal.Facts.plain(
                        now, directory.businessDay(won.merchantId, now), "{\"draw\":\"" + won.id + "\"}")
                .claiming(List.of(new Claim(kind, won.id.toString(), KernelError.CHANGED_MEANWHILE)));
        Journal.Scope scope = new Journal.Scope(won.merchantId, null, null, system.id(), won.memberId);
        ledger.post(new Journal(Ids.next(clock), kind, scope, facts, postings));
    }

    private record Won(
            UUID id,
            UUID merchantId,
            UUID memberId,
            UUID campaignId,
            String state,
            String gives,
            long points,
            @Nullable UUID voucherCampaign,
            long worth,
            String currency,
            String prize,
            @Nullable UUID voucherId) {

        static Won of(Object[] row) {
            return new Won(
                    (UUID) row[0],
                    (UUID) row[1],
                    (UUID) row[2],
                    (UUID) row[3],
                    (String) row[4],
                    (String) row[5],
                    row[6] == null ? 0 : DrawRows.number(row[6]),
                    (UUID) row[7],
                    DrawRows.number(row[8]),
                    row[9].toString().strip(),
                    (String) row[10],
                    (UUID) row[11]);
        }
    }
}
