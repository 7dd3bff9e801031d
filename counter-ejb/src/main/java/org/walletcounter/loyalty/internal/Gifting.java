package org.walletcounter.loyalty.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.Gift;
import org.walletcounter.loyalty.LoyaltyError;

/** Gifts for points: the stock is a balance with a floor of zero, so the ledger says when a gift is gone. */
final class Gifting {

    private static final int MOST_PIECES = 1000;
    private static final int MOST_STOCK = 1_000_000;

    private static final String SELECT =
            "SELECT g.*, a.balance AS stock FROM loyalty.gift g" + " JOIN ledger.account a ON a.id = g.stock_account";

    private final Db db;
    private final Programmes programmes;
    private final Standings standings;
    private final Lots lots;
    private final Upkeep upkeep;
    private final Returning returning;
    private final Ledger ledger;
    private final Clock clock;

    Gifting(Returning.Tools tools, Returning returning, Ledger ledger, Clock clock) {
        this.db = tools.db();
        this.programmes = tools.programmes();
        this.standings = tools.standings();
        this.lots = tools.lots();
        this.upkeep = tools.upkeep();
        this.returning = returning;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Shelf(Gift gift, AccountId stock, AccountId source) {}

    private record Given(Shelf shelf, UUID memberId, int pieces, UUID spendId, long points, boolean cancelled) {}

    List<Gift> all(UUID merchantId) {
        return db.list(row -> read(row).gift(), SELECT + " WHERE g.merchant_id = ? ORDER BY g.code", merchantId);
    }

    Gift save(Actor actor, Gift gift) {
        ProgrammeRules.requireCode(gift.code());
        ProgrammeRules.requireName("nameEn", gift.nameEn());
        ProgrammeRules.requireName("nameZh", gift.nameZh());
        ProgrammeRules.between("points", gift.points(), 1, Integer.MAX_VALUE);
        programmes.one(actor.merchantId(), gift.programmeId());
        UUID id = gift.id();
        if (id == null) {
            return make(actor, gift);
        }
        int changed = db.change(
                "UPDATE loyalty.gift SET name_en = ?, name_zh = ?, points = ?, active = ?"
                        + " WHERE id = ? AND merchant_id = ?",
                gift.nameEn(),
                gift.nameZh(),
                gift.points(),
                gift.active(),
                id,
                actor.merchantId());
        if (changed == 0) {
            throw new CounterException(LoyaltyError.NO_SUCH_GIFT);
        }
        return shelf(actor.merchantId(), id).gift();
    }

    private Gift make(Actor actor, Gift gift) {
        UUID id = Ids.next(clock);
        UUID merchant = actor.merchantId();
        String unit = "GIFT:" + id;
        AccountId stock = ledger.open(AccountTerms.constrained(merchant, "gift-stock", unit, "gift:" + id));
        AccountId source = ledger.open(AccountTerms.free(merchant, "gift-source", unit, "gift:" + id));
        int made = db.change(
                "INSERT INTO loyalty.gift (id, merchant_id, programme_id, code, name_en, name_zh, points, active,"
                        + " stock_account, source_account) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (merchant_id, code) DO NOTHING",
                id,
                merchant,
                gift.programmeId(),
                gift.code(),
                gift.nameEn(),
                gift.nameZh(),
                gift.points(),
                gift.active(),
                stock.value(),
                source.value());
        if (made == 0) {
            throw CounterException.at("code", LoyaltyError.CODE_TAKEN, gift.code());
        }
        return shelf(merchant, id).gift();
    }

    Gift stock(Actor actor, UUID giftId, int pieces) {
        Shelf shelf = shelf(actor.merchantId(), giftId);
        ProgrammeRules.between("pieces", pieces, -MOST_STOCK, MOST_STOCK);
        if (pieces != 0) {
            Standing place = place(actor, shelf.gift());
            post(
                    place,
                    "gift-stocked",
                    List.of(new Posting(shelf.source(), -pieces), new Posting(shelf.stock(), pieces)),
                    actor);
        }
        return shelf(actor.merchantId(), giftId).gift();
    }

    /** The house's own place in the books, for what moves without a member. */
    private static Standing place(Actor actor, Gift gift) {
        AccountId none = new AccountId(0);
        return new Standing(gift.programmeId(), new UUID(0, 0), actor.merchantId(), none, none, none, false);
    }

    UUID give(Actor actor, UUID giftId, UUID memberId, int pieces) {
        Shelf shelf = shelf(actor.merchantId(), giftId);
        if (!shelf.gift().active()) {
            throw new CounterException(LoyaltyError.NO_SUCH_GIFT);
        }
        ProgrammeRules.between("pieces", pieces, 1, MOST_PIECES);
        long points = Math.multiplyExact(shelf.gift().points(), (long) pieces);
        standings.warm(actor.merchantId(), shelf.gift().programmeId(), memberId);
        Standing standing = upkeep.tidy(shelf.gift().programmeId(), memberId);
        long available = upkeep.view(standing.points()).available();
        if (available < points) {
            throw CounterException.at("points", LoyaltyError.NOT_ENOUGH_POINTS, available);
        }
        if (shelf.gift().stock() < pieces) {
            throw CounterException.at(
                    "pieces", LoyaltyError.GIFT_GONE, shelf.gift().stock());
        }
        UUID journal = post(
                standing,
                "points-gift",
                List.of(
                        new Posting(standing.points(), -points),
                        new Posting(standings.house(standing, "points-redeemed"), points),
                        new Posting(shelf.stock(), -pieces),
                        new Posting(shelf.source(), pieces)),
                actor);
        UUID spend = lots.spend(
                standing, new Lots.Change(journal, "GIFT", shelf.gift().code()), points);
        lots.take(spend, lots.matured(standing), points);
        return given(actor, giftId, memberId, pieces, spend);
    }

    private UUID given(Actor actor, UUID giftId, UUID memberId, int pieces, UUID spend) {
        UUID id = Ids.next(clock);
        db.change(
                "INSERT INTO loyalty.gift_given (id, gift_id, member_id, quantity, spend_id, actor, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                giftId,
                memberId,
                pieces,
                spend,
                actor.id(),
                clock.instant());
        return id;
    }

    /** Posts; somebody else may have taken the last one, or the points, in the meantime. */
    private UUID post(Standing standing, String kind, List<Posting> postings, Actor actor) {
        try {
            return upkeep.post(standing, kind, postings, actor.id());
        } catch (CounterException refused) {
            if (refused.error() == LedgerError.INSUFFICIENT_FUNDS) {
                throw CounterException.at("pieces", LoyaltyError.GIFT_GONE, 0L);
            }
            throw refused;
        }
    }

    void takeBack(Actor actor, UUID givenId) {
        Given given = db.first(
                        Gifting::readGiven,
                        "SELECT v.member_id, v.quantity, v.spend_id, v.cancelled_at, s.points AS spent, g.*,"
                                + " a.balance AS stock FROM loyalty.gift_given v JOIN loyalty.spend s ON s.id = v.spend_id"
                                + " JOIN loyalty.gift g ON g.id = v.gift_id JOIN ledger.account a ON a.id = g.stock_account"
                                + " WHERE v.id = ? AND g.merchant_id = ? FOR NO KEY UPDATE OF v",
                        givenId,
                        actor.merchantId())
                .orElseThrow(() -> new CounterException(LoyaltyError.NO_SUCH_GIFT));
        if (given.cancelled()) {
            throw new CounterException(LoyaltyError.GIFT_TAKEN_BACK);
        }
        Standing standing = upkeep.tidy(given.shelf().gift().programmeId(), given.memberId());
        UUID journal = post(
                standing,
                "points-gift-back",
                List.of(
                        new Posting(standing.points(), given.points()),
                        new Posting(standings.house(standing, "points-redeemed"), -given.points()),
                        new Posting(given.shelf().stock(), given.pieces()),
                        new Posting(given.shelf().source(), -given.pieces())),
                actor);
        db.change("UPDATE loyalty.spend SET returned = points WHERE id = ?", given.spendId());
        returning.restoreLots(standing, new Lots.Change(journal, "RETURN", null), given.spendId(), given.points());
        db.change("UPDATE loyalty.gift_given SET cancelled_at = ? WHERE id = ?", clock.instant(), givenId);
    }

    private Shelf shelf(UUID merchantId, UUID giftId) {
        return db.first(Gifting::read, SELECT + " WHERE g.id = ? AND g.merchant_id = ?", giftId, merchantId)
                .orElseThrow(() -> new CounterException(LoyaltyError.NO_SUCH_GIFT));
    }

    private static Shelf read(ResultSet row) throws SQLException {
        Gift gift = new Gift(
                Db.id(row, "id"),
                Db.id(row, "programme_id"),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_zh"),
                row.getLong("points"),
                row.getBoolean("active"),
                row.getLong("stock"));
        return new Shelf(
                gift, new AccountId(row.getLong("stock_account")), new AccountId(row.getLong("source_account")));
    }

    private static Given readGiven(ResultSet row) throws SQLException {
        return new Given(
                read(row),
                Db.id(row, "member_id"),
                row.getInt("quantity"),
                Db.id(row, "spend_id"),
                row.getLong("spent"),
                row.getTimestamp("cancelled_at") != null);
    }
}
