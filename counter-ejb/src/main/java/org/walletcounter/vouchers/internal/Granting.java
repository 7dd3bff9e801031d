package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Posting;
import org.walletcounter.members.Members;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.Granted;
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

/** Grants vouchers to many at once: one journal, one statement per table, whatever their number. */
@Dependent
class Granting {

    private static final Set<Way> BY_GRANT = Set.of(Way.TAKE, Way.GRANT, Way.EVENT);

    private final Ledger ledger;
    private final Campaigns campaigns;
    private final VoucherJournals journals;
    private final People people;
    private final Members members;
    private final Database database;

    @Inject
    @SuppressWarnings("checkstyle:ParameterNumber") // what a grant needs to look at
    Granting(
            Ledger ledger,
            Campaigns campaigns,
            VoucherJournals journals,
            People people,
            Members members,
            Database database) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.journals = journals;
        this.people = people;
        this.members = members;
        this.database = database;
    }

    /** Grants one to each, as far as they may have one and there are any left, in all and today. */
    Granted grant(Actor actor, UUID campaignId, List<UUID> memberIds) {
        Campaign campaign = campaigns.now(campaignId);
        if (!campaign.merchantId().equals(actor.merchantId())) {
            throw new CounterException(VoucherError.NO_SUCH_CAMPAIGN);
        }
        return grant(actor, campaign, memberIds, Manner.of(Came.GRANTED));
    }

    Granted grant(Actor actor, Campaign campaign, List<UUID> memberIds, Manner manner) {
        Instant now = journals.clock().instant();
        GivingRules.requireGivenOut(campaign, BY_GRANT, now);
        List<Granted.Refused> refused = new ArrayList<>();
        Set<UUID> wanted = new LinkedHashSet<>(memberIds);
        Map<UUID, Long> had = manner.year() == null ? people.had(campaign, wanted) : Map.of();
        List<Person> receiving = receiving(actor, campaign, had, wanted, refused);
        List<UUID> issued =
                receiving.isEmpty() ? List.of() : book(actor, campaign, receiving, new Manner.At(manner, now));
        return new Granted(issued.size(), issued, refused);
    }

    private record Person(UUID id, int number) {}

    /**
     * How it comes.
     *
     * @param year of whose birthday it is; then what the person had for other years does not count, and once for this
     *     year is what the caller has seen to. Null: for no year
     */
    record Manner(Came came, @Nullable String year) {

        static Manner of(Came came) {
            return new Manner(came, null);
        }

        private record At(Manner manner, Instant now) {}
    }

    private List<Person> receiving(
            Actor actor, Campaign campaign, Map<UUID, Long> had, Set<UUID> wanted, List<Granted.Refused> refused) {
        Set<UUID> known = members.known(actor, wanted);
        Integer most = campaign.form().quantity().perPerson();
        Left left = left(campaign);
        List<Person> receiving = new ArrayList<>();
        for (UUID member : wanted) {
            long before = had.getOrDefault(member, 0L);
            if (!known.contains(member)) {
                refused.add(new Granted.Refused(member, VoucherError.NO_SUCH_MEMBER));
            } else if (most != null && before >= most) {
                refused.add(new Granted.Refused(member, VoucherError.ENOUGH_FOR_ONE));
            } else if (receiving.size() >= left.inAll()) {
                refused.add(new Granted.Refused(member, VoucherError.GONE));
            } else if (receiving.size() >= left.today()) {
                refused.add(new Granted.Refused(member, VoucherError.GONE_FOR_TODAY));
            } else {
                receiving.add(new Person(member, (int) before + 1));
            }
        }
        return receiving;
    }

    private static Optional<Claim> claim(Campaign campaign, Person person, @Nullable String year) {
        return year == null
                ? People.claim(campaign, person.id(), person.number())
                : People.claimOfYear(campaign, person.id(), year);
    }

    /**
     * How many are left.
     *
     * @param inAll in the pool
     * @param today of the day's number, whether or not there are so many in the pool
     */
    record Left(long inAll, long today) {

        /** How many can be given out now. */
        long now() {
            return Math.min(inAll, today);
        }
    }

    /** How many of a campaign's vouchers are left. A look before the work; the ledger decides again. */
    Left left(Campaign campaign) {
        AccountId pool = campaign.opened().pool();
        if (pool == null) {
            return new Left(Long.MAX_VALUE, Long.MAX_VALUE);
        }
        LocalDate today = journals.today(campaign);
        return ledger.account(pool)
                .map(account -> new Left(account.available(), account.leftOn(today)))
                .orElseThrow();
    }

    private List<UUID> book(Actor actor, Campaign campaign, List<Person> receiving, Manner.At at) {
        List<Held> vouchers = receiving.stream()
                .map(person -> NewVouchers.coming(
                        campaign,
                        Ids.next(journals.clock()),
                        person.id(),
                        at.manner().came(),
                        at.now()))
                .toList();
        List<AccountId> accounts = ledger.openAll(vouchers.stream()
                .map(each -> NewVouchers.account(campaign, each.id()))
                .toList());
        List<Claim> claims = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        postings.add(new Posting(campaign.opened().source(), -vouchers.size()));
        List<Held> opened = new ArrayList<>();
        for (int i = 0; i < vouchers.size(); i++) {
            opened.add(vouchers.get(i).on(accounts.get(i)));
            postings.add(new Posting(accounts.get(i), 1));
            claim(campaign, receiving.get(i), at.manner().year()).ifPresent(claims::add);
        }
        UUID one = receiving.size() == 1 ? receiving.get(0).id() : null;
        Journal journal = journals.of(
                campaign, actor, new VoucherJournals.Entry("voucher-granted", one, claims, postings, Map.of()));
        VoucherJournals.postFromPool(ledger, journal);
        NewVouchers.insert(database, opened, journal.id());
        return opened.stream().map(Held::id).toList();
    }
}
