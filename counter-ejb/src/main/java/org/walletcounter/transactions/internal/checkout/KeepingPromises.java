package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.Vouchers;

/**
 * Gives what sales have promised once it is due: vouchers of a campaign into the member's hand, credits into their wallet. Each
 * promise is kept in a transaction of its own, by one node, once: its credit claims its name in the ledger.
 */
@ApplicationScoped
public class KeepingPromises {

    private static final String DUE =
            "SELECT payment_id, line, merchant_id, store_id, member_id, kind, campaign_id, what,"
                    + " count - taken_back, currency FROM transactions.promise WHERE state = 'DUE'";

    private final Ledger ledger;
    private final Vouchers vouchers;
    private final Members members;
    private final Directory directory;
    private final Clock clock;

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected KeepingPromises() {
        this(null, null, null, null, null);
    }

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeepingPromises(Ledger ledger, Vouchers vouchers, Members members, Directory directory, Clock clock) {
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.members = members;
        this.directory = directory;
        this.clock = clock;
    }

    /** The promises that are due, the longest first, at most so many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Due> due(int most) {
        List<?> rows = entities.createNativeQuery(DUE + " AND due_at <= ?1 ORDER BY due_at LIMIT " + most)
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(row -> Due.of((Object[]) row)).toList();
    }

    /**
     * Keeps a promise, unless another node does or has done.
     *
     * @throws CounterException when it cannot be kept; then {@link #fail} it, or {@link #putOff} it if that passes
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(Due seen) {
        List<?> rows = entities.createNativeQuery(DUE + " AND payment_id = ?1 AND line = ?2 FOR UPDATE SKIP LOCKED")
                .setParameter(1, seen.paymentId())
                .setParameter(2, seen.line())
                .getResultList();
        if (rows.isEmpty()) {
            return;
        }
        Due due = Due.of((Object[]) rows.get(0));
        if (due.kind().equals("CREDIT")) {
            credit(due);
        } else {
            grant(due);
        }
        mark(due, "KEPT", null);
    }

    /** Notes that a promise cannot be kept, and why. The sale stands. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void fail(Due due, String why) {
        mark(due, "FAILED", why);
    }

    /** Leaves a promise due, but not before so long has passed; until then it stands before no other. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void putOff(Due due, Duration pause) {
        entities.createNativeQuery("UPDATE transactions.promise SET due_at = ?1"
                        + " WHERE payment_id = ?2 AND line = ?3 AND state = 'DUE'")
                .setParameter(1, clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
                .setParameter(2, due.paymentId())
                .setParameter(3, due.line())
                .executeUpdate();
    }

    private void mark(Due due, String state, @Nullable String why) {
        entities.createNativeQuery("UPDATE transactions.promise SET state = ?1, why = nullif(?2, '')"
                        + " WHERE payment_id = ?3 AND line = ?4 AND state = 'DUE'")
                .setParameter(1, state)
                .setParameter(2, why == null ? "" : why)
                .setParameter(3, due.paymentId())
                .setParameter(4, due.line())
                .executeUpdate();
    }

    /** All of them or none: who cannot have one any more (all are gone) gets none, and the row says why. */
    private void grant(Due due) {
        UUID campaign = UUID.fromString(Objects.requireNonNull(due.what(), "Vouchers are promised of a campaign."));
        for (long i = 0; i < due.count(); i++) {
            Granted granted = vouchers.grant(Actor.system(due.merchantId()), campaign, List.of(due.memberId()));
            if (granted.granted() == 0) {
                throw new CounterException(granted.refused().get(0).why());
            }
        }
    }

    private void credit(Due due) {
        Actor system = Actor.system(due.merchantId());
        Instant now = clock.instant();
        Claim once = new Claim("promise", due.paymentId() + ":" + due.line(), KernelError.CHANGED_MEANWHILE);
        Journal.Facts facts = Journal.Facts.plain(
                        now,
                        directory.businessDay(due.merchantId(), now),
                        "{\"payment\":\"" + due.paymentId() + "\",\"campaign\":\"" + due.campaignId() + "\"}")
                .claiming(List.of(once));
        AccountId funding = ClaimingBack.funding(ledger, due.merchantId(), due.currency());
        AccountId wallet = members.payer(system, due.memberId(), due.currency()).wallet();
        ledger.post(new Journal(
                Ids.next(clock),
                "cash-back",
                new Journal.Scope(due.merchantId(), due.storeId(), null, system.id(), due.memberId()),
                facts,
                postings(due, funding, wallet)));
    }

    /** What the member owes of earlier cash-back is paid first. One credit of a member at a time, so that none pays it twice. */
    private List<Posting> postings(Due due, AccountId funding, AccountId wallet) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "cash-back " + due.memberId())
                .getResultList();
        AccountId debts = ClaimingBack.debts(ledger, due.merchantId(), due.memberId(), due.currency());
        long owed = ledger.account(debts).map(view -> -view.balance()).orElse(0L);
        long paid = Math.min(due.count(), Math.max(0, owed));
        List<Posting> postings = new ArrayList<>(List.of(new Posting(funding, -due.count())));
        if (paid > 0) {
            postings.add(new Posting(debts, paid));
        }
        if (paid < due.count()) {
            postings.add(new Posting(wallet, due.count() - paid));
        }
        return postings;
    }

    /** A promise that is due. */
    public record Due(
            UUID paymentId,
            int line,
            UUID merchantId,
            UUID storeId,
            UUID memberId,
            String kind,
            UUID campaignId,
            @Nullable String what,
            long count,
            String currency) {

        static Due of(Object[] row) {
            return new Due(
                    (UUID) row[0],
                    ((Number) row[1]).intValue(),
                    (UUID) row[2],
                    (UUID) row[3],
                    (UUID) row[4],
                    (String) row[5],
                    (UUID) row[6],
                    (String) row[7],
                    ((Number) row[8]).longValue(),
                    row[9].toString().strip());
        }
    }
}
