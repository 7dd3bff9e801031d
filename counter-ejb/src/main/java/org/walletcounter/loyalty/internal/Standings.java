package org.walletcounter.loyalty.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Lease;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.loyalty.Programme;

/**
 * Members in programmes. Accounts never go away, so those that are found are remembered on this node; a member's tier is
 * remembered for a minute.
 */
final class Standings {

    private static final Duration REMEMBERED = Duration.ofSeconds(60);
    private static final int MOST = 100_000;

    private static final String SELECT = "SELECT * FROM loyalty.standing";

    private final Db db;
    private final Ledger ledger;
    private final Clock clock;
    private final Apart apart;
    private final Map<Key, Warm> warm = new ConcurrentHashMap<>();
    private final Map<AccountTerms, AccountId> houses = new ConcurrentHashMap<>();

    Standings(Db db, Ledger ledger, Clock clock, Apart apart) {
        this.db = db;
        this.ledger = ledger;
        this.clock = clock;
        this.apart = apart;
    }

    /** Runs work in a transaction of its own, whatever the caller's is. */
    @FunctionalInterface
    interface Apart {
        <T> T run(Supplier<T> work);
    }

    /** A member in a programme with the tier of the moment; opened now if need be, in a transaction of its own. */
    Warm warm(UUID merchantId, UUID programmeId, UUID memberId) {
        Key key = new Key(programmeId, memberId);
        Warm known = warm.get(key);
        if (known == null || !known.lease().holds(clock.instant())) {
            known = apart.run(() -> read(merchantId, programmeId, memberId));
            if (warm.size() >= MOST) {
                warm.clear();
            }
            warm.put(key, known);
        }
        return known;
    }

    private Warm read(UUID merchantId, UUID programmeId, UUID memberId) {
        Standing standing = find(programmeId, memberId).orElseGet(() -> open(merchantId, programmeId, memberId));
        return new Warm(standing, Tiering.of(db, memberId), Lease.of(clock.instant(), REMEMBERED));
    }

    private Standing open(UUID merchantId, UUID programmeId, UUID memberId) {
        String unit = Programme.unit(programmeId);
        String owner = "member:" + memberId;
        AccountId pending = ledger.open(AccountTerms.constrained(merchantId, "points-pending", unit, owner));
        AccountId points = ledger.open(AccountTerms.constrained(merchantId, "points", unit, owner));
        AccountId debt = ledger.open(AccountTerms.free(merchantId, "points-debt", unit, owner));
        db.change(
                "INSERT INTO loyalty.standing (programme_id, member_id, merchant_id, pending_account, points_account,"
                        + " debt_account) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                programmeId,
                memberId,
                merchantId,
                pending.value(),
                points.value(),
                debt.value());
        return find(programmeId, memberId).orElseThrow();
    }

    Optional<Standing> find(UUID programmeId, UUID memberId) {
        return db.first(Standing::read, SELECT + " WHERE programme_id = ? AND member_id = ?", programmeId, memberId);
    }

    List<Standing> ofMember(UUID merchantId, UUID memberId) {
        return db.list(
                Standing::read,
                SELECT + " WHERE merchant_id = ? AND member_id = ? ORDER BY programme_id",
                merchantId,
                memberId);
    }

    /** Takes the member's lock. */
    Standing locked(UUID programmeId, UUID memberId) {
        return db.first(
                        Standing::read,
                        SELECT + " WHERE programme_id = ? AND member_id = ? FOR NO KEY UPDATE",
                        programmeId,
                        memberId)
                .orElseThrow(() -> new IllegalStateException("Member " + memberId + " has no standing to lock."));
    }

    void owing(Standing standing, boolean owing) {
        db.change(
                "UPDATE loyalty.standing SET owing = ? WHERE programme_id = ? AND member_id = ?",
                owing,
                standing.programmeId(),
                standing.memberId());
    }

    /** The programme's own side of the books. */
    AccountId house(Standing standing, String kind) {
        String owner = "programme:" + standing.programmeId();
        return houseAccount(
                AccountTerms.free(standing.merchantId(), kind, Programme.unit(standing.programmeId()), owner));
    }

    /** What pays for points that are exchanged for money off. */
    AccountId funding(UUID merchantId, UUID programmeId, String currency) {
        return houseAccount(AccountTerms.free(merchantId, "points-funding", currency, "programme:" + programmeId));
    }

    private AccountId houseAccount(AccountTerms terms) {
        AccountId known = houses.get(terms);
        if (known == null) {
            known = apart.run(() -> ledger.open(terms));
            houses.put(terms, known);
        }
        return known;
    }

    private record Key(UUID programmeId, UUID memberId) {}

    /** What a payment needs to know. */
    record Warm(Standing standing, Tiering.@Nullable Place tier, Lease lease) {}
}
