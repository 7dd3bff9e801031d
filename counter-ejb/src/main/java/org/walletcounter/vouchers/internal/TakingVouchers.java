package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.GroupCommits;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.Taking;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.GivingRules;
import org.walletcounter.vouchers.internal.book.GoneMemory;
import org.walletcounter.vouchers.internal.book.Held;
import org.walletcounter.vouchers.internal.book.NewVouchers;
import org.walletcounter.vouchers.internal.book.People;
import org.walletcounter.vouchers.internal.book.VoucherJournals;
import org.walletcounter.vouchers.internal.book.VouchersLog;

/**
 * A customer takes a voucher. Whatever the rush: the pool's floor and the person's numbers are decided by the ledger, many
 * at once in one commit; only so many are let in together, and once nothing is left the others are turned away without
 * a question to the database. Called outside any transaction. Thread-safe.
 */
@ApplicationScoped
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the ledger's own types are a dozen
class TakingVouchers {

    private static final int TOGETHER = 48;
    private static final int PATIENCE_SECONDS = 10;
    private static final int CREATED = 201;

    private static final Companion.Table COMMAND = new Companion.Table(
            "kernel.command",
            List.of("id", "content_hash", "status", "answer"),
            List.of("uuid", "text", "int4", "text"));

    private static final Set<Way> BY_TAKING = Set.of(Way.TAKE);

    private final Ledger ledger;
    private final Campaigns campaigns;
    private final VoucherJournals journals;
    private final People people;
    private final GoneMemory gone;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(TOGETHER);

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected TakingVouchers() {
        this.ledger = null;
        this.campaigns = null;
        this.journals = null;
        this.people = null;
        this.gone = null;
        this.clock = null;
    }

    @Inject
    TakingVouchers(Ledger ledger, Campaigns campaigns, VoucherJournals journals, People people, GoneMemory gone) {
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.journals = journals;
        this.people = people;
        this.gone = gone;
        this.clock = journals.clock();
    }

    VoucherView take(Actor actor, Taking wish) {
        gone.turnAway(wish.campaignId());
        if (!enter()) {
            throw new CounterException(LedgerError.BUSY);
        }
        try {
            gone.turnAway(wish.campaignId()); // it may have gone while we waited
            return taken(actor, wish);
        } finally {
            turns.release();
        }
    }

    private boolean enter() {
        try {
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private VoucherView taken(Actor actor, Taking wish) {
        Campaign campaign = campaigns.recent(wish.campaignId());
        if (!campaign.merchantId().equals(actor.merchantId())) {
            throw new CounterException(VoucherError.NO_SUCH_CAMPAIGN);
        }
        Instant now = clock.instant();
        GivingRules.requireGivenOut(campaign, BY_TAKING, now);
        long had = people.had(campaign, wish.memberId());
        int number = GivingRules.nextFor(campaign, wish.memberId(), had);
        requireLeft(campaign);
        Held coming = NewVouchers.coming(campaign, Ids.next(clock), wish.memberId(), VoucherView.Came.TAKEN, now);
        AccountId account = ledger.open(NewVouchers.account(campaign, coming.id()));
        return submit(actor, wish, new Attempt(campaign, coming.on(account), number));
    }

    private record Attempt(Campaign campaign, Held voucher, int number) {}

    private VoucherView submit(Actor actor, Taking wish, Attempt attempt) {
        Campaign campaign = attempt.campaign();
        VoucherView view = attempt.voucher().view(campaign, false);
        String answer = wish.answer().apply(view);
        Journal journal = journals.of(
                campaign,
                actor,
                new VoucherJournals.Entry(
                        "voucher-taken",
                        wish.memberId(),
                        claims(wish, attempt),
                        VoucherJournals.moving(
                                campaign.opened().source(), attempt.voucher().account(), 1),
                        Map.of()));
        Companion rows = outcome -> outcome instanceof Outcome.Posted
                ? List.of(NewVouchers.row(attempt.voucher(), journal.id()), command(wish, answer))
                : List.of();
        Outcome outcome = GroupCommits.await(ledger.submit(new Submission(journal, null, rows)));
        if (outcome instanceof Outcome.Refused refused) {
            throw refusal(campaign, refused);
        }
        return view;
    }

    private static List<Claim> claims(Taking wish, Attempt attempt) {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("voucher-command", wish.key().claimId().toString(), KernelError.COMMAND_IN_FLIGHT));
        People.claim(attempt.campaign(), wish.memberId(), attempt.number()).ifPresent(claims::add);
        return claims;
    }

    private static Companion.Row command(Taking wish, String answer) {
        Object[] values = {wish.key().claimId(), wish.key().contentHash(), CREATED, answer};
        return new Companion.Row(COMMAND, values);
    }

    /** A look before the work; the ledger decides again. */
    private void requireLeft(Campaign campaign) {
        AccountId pool = campaign.opened().pool();
        if (pool != null && ledger.account(pool).orElseThrow().available() < 1) {
            throw noneLeft(campaign, VoucherError.GONE);
        }
    }

    private CounterException refusal(Campaign campaign, Outcome.Refused refused) {
        ErrorCode error = refused.error();
        if (error == LedgerError.INSUFFICIENT_FUNDS) {
            return noneLeft(campaign, VoucherError.GONE);
        }
        if (error == LedgerError.OVER_DAILY_CAP) {
            return noneLeft(campaign, VoucherError.GONE_FOR_TODAY);
        }
        return new CounterException(error, refused.arguments().toArray());
    }

    private CounterException noneLeft(Campaign campaign, VoucherError how) {
        if (gone.note(campaign.id(), how) && how == VoucherError.GONE) {
            VouchersLog.LOG.gone(campaign.form().code());
        }
        return new CounterException(how);
    }
}
