package org.walletcounter.vouchers.internal.codes;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView.Came;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.GivingRules;
import org.walletcounter.vouchers.internal.book.Held;
import org.walletcounter.vouchers.internal.book.NewVouchers;
import org.walletcounter.vouchers.internal.book.People;
import org.walletcounter.vouchers.internal.book.VoucherJournals;

/**
 * Makes a voucher of a code that somebody shows. A unique code is brought in once: whoever shows it again finds the same
 * voucher while it is good for anything, and may make it theirs while it is nobody's. With the code that everybody may use
 * a new one is given out each time, to a nameless customer only for as long as a checkout takes.
 */
@Dependent
public class ReadingCodes {

    private static final Duration NAMELESS = Duration.ofMinutes(15);
    private static final Set<Way> BY_CODE = Set.of(Way.CODE);
    private static final Set<Way> ANY = Set.of(Way.values());

    /** Several merchants may use one word: a campaign that is live is meant, and the merchant's own before others'. */
    private static final String GENERIC = Campaigns.COLUMNS + "WHERE c.generic_hash = ANY (?) AND (c.merchant_id = ?"
            + " OR EXISTS (SELECT 1 FROM vouchers.party p WHERE p.campaign_id = c.id AND p.merchant_id = ?"
            + " AND p.honours)) ORDER BY c.state = 'LIVE' DESC, c.merchant_id = ? DESC, c.id DESC LIMIT 1";

    private static final String HONOURED = "SELECT DISTINCT c.merchant_id FROM vouchers.party p"
            + " JOIN vouchers.campaign c ON c.id = p.campaign_id WHERE p.merchant_id = ? AND p.honours";
    private static final String UNIQUE = "SELECT b.campaign_id, b.account_id FROM vouchers.code k"
            + " JOIN vouchers.batch b ON b.id = k.batch_id JOIN vouchers.campaign c ON c.id = b.campaign_id"
            + " WHERE k.hash = ? AND (c.merchant_id = ? OR EXISTS (SELECT 1 FROM vouchers.party p"
            + " WHERE p.campaign_id = c.id AND p.merchant_id = ? AND p.honours))";
    private static final String BROUGHT_IN = "SELECT * FROM vouchers.voucher WHERE code_hash = ?";
    private static final String MINE = "SELECT * FROM vouchers.voucher WHERE campaign_id = ? AND member_id = ?"
            + " AND came = 'GENERIC' AND state = 'IN_HAND' AND valid_until > ? ORDER BY id LIMIT 1";
    private static final String BECOMES =
            "UPDATE vouchers.voucher SET member_id = ? WHERE id = ? AND member_id IS NULL AND state = 'IN_HAND'";

    private final Ledger ledger;
    private final Campaigns campaigns;
    private final VoucherJournals journals;
    private final People people;
    private final CodeDesk desk;

    @Inject
    public ReadingCodes(Ledger ledger, Campaigns campaigns, VoucherJournals journals, People people, CodeDesk desk) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.journals = journals;
        this.people = people;
        this.desk = desk;
    }

    private record Found(Campaign campaign, AccountId batch, UUID hash) {}

    /** The voucher of a code; for this member if one is named. */
    public Held voucher(Actor actor, String code, @Nullable UUID memberId) {
        desk.turnAway(actor);
        Optional<Campaign> generic = generic(actor, code);
        if (generic.isPresent()) {
            return givenOut(actor, generic.get(), memberId);
        }
        VoucherCode read = VoucherCode.read(code).orElseThrow(() -> desk.wrong(actor, VoucherError.CODE_UNKNOWN));
        if (!read.sound()) {
            throw desk.wrong(actor, VoucherError.CODE_MISREAD);
        }
        UUID hash = desk.hash(read.text());
        Found found = desk.database()
                .first(
                        UNIQUE,
                        row -> new Found(
                                campaigns.now(Database.id(row, "campaign_id")),
                                new AccountId(row.getLong("account_id")),
                                hash),
                        hash,
                        actor.merchantId(),
                        actor.merchantId())
                .orElseThrow(() -> desk.wrong(actor, VoucherError.CODE_UNKNOWN));
        return broughtIn(actor, found, memberId);
    }

    private Optional<Campaign> generic(Actor actor, String code) {
        String text = code.strip().toUpperCase(Locale.ROOT);
        List<UUID> merchants =
                desk.database().list(HONOURED, row -> Database.id(row, "merchant_id"), actor.merchantId());
        List<UUID> hashes = Stream.concat(Stream.of(actor.merchantId()), merchants.stream())
                .map(merchant -> desk.hash(generic(merchant, text)))
                .distinct()
                .toList();
        return desk.database()
                .first(GENERIC, campaigns::read, hashes, actor.merchantId(), actor.merchantId(), actor.merchantId());
    }

    /** What is hashed of a code that everybody may use: each merchant has its own. */
    public static String generic(UUID merchant, String text) {
        return "generic " + merchant + " " + text.strip().toUpperCase(Locale.ROOT);
    }

    private Held broughtIn(Actor actor, Found found, @Nullable UUID memberId) {
        desk.database()
                .list(
                        "SELECT pg_advisory_xact_lock(hashtextextended(?, 7))",
                        row -> true,
                        found.hash().toString());
        Optional<Held> before = desk.database().first(BROUGHT_IN, Held::read, found.hash());
        Instant now = journals.clock().instant();
        if (before.isPresent()) {
            GivingRules.requireStillGood(before.get(), memberId, now);
            return belonging(actor, before.get(), memberId);
        }
        Campaign campaign = found.campaign();
        GivingRules.requireGivenOut(campaign, BY_CODE, now);
        int number = GivingRules.nextFor(campaign, memberId, people.had(campaign, memberId));
        Held coming = NewVouchers.coming(campaign, Ids.next(journals.clock()), memberId, Came.CODE, now)
                .ofCode(found.hash());
        return book(actor, campaign, new Coming(coming, found.batch(), "voucher-code-brought-in", number));
    }

    /** Nameless ones are there only where a person may have any number, so none is counted that becomes somebody's. */
    private Held belonging(Actor actor, Held voucher, @Nullable UUID memberId) {
        if (memberId == null || voucher.memberId() != null) {
            return voucher;
        }
        people.requireKnown(actor, memberId);
        if (desk.database().change(BECOMES, memberId, voucher.id()) != 1) {
            throw new CounterException(KernelError.CHANGED_MEANWHILE);
        }
        return voucher.heldBy(memberId);
    }

    private Held givenOut(Actor actor, Campaign campaign, @Nullable UUID memberId) {
        Instant now = journals.clock().instant();
        if (memberId != null) {
            Optional<Held> mine = desk.database().first(MINE, Held::read, campaign.id(), memberId, now);
            if (mine.isPresent()) {
                return mine.get();
            }
        }
        GivingRules.requireGivenOut(campaign, ANY, now);
        int number = GivingRules.nextFor(campaign, memberId, people.had(campaign, memberId));
        Held coming = NewVouchers.coming(campaign, Ids.next(journals.clock()), memberId, Came.GENERIC, now);
        Held lent = memberId == null ? coming.lentUntil(now.plus(NAMELESS)) : coming;
        return book(actor, campaign, new Coming(lent, campaign.opened().source(), "voucher-code-used", number));
    }

    private record Coming(Held voucher, AccountId from, String kind, int number) {}

    private Held book(Actor actor, Campaign campaign, Coming coming) {
        Held voucher = coming.voucher();
        people.requireKnown(actor, voucher.memberId());
        AccountId account = ledger.open(NewVouchers.account(campaign, voucher.id()));
        List<Claim> claims = new ArrayList<>();
        if (voucher.codeHash() != null) {
            claims.add(new Claim("voucher-code", voucher.codeHash().toString(), KernelError.CHANGED_MEANWHILE));
        }
        People.claim(campaign, voucher.memberId(), coming.number()).ifPresent(claims::add);
        Journal journal = journals.of(
                campaign,
                actor,
                new VoucherJournals.Entry(
                        coming.kind(),
                        voucher.memberId(),
                        claims,
                        VoucherJournals.moving(coming.from(), account, 1),
                        Map.of()));
        VoucherJournals.postFromPool(ledger, journal);
        NewVouchers.insert(desk.database(), List.of(voucher.on(account)), journal.id());
        return voucher.on(account);
    }
}
