package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.vouchers.Checkout;
import org.walletcounter.vouchers.Redemption;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.GivingRules;
import org.walletcounter.vouchers.internal.book.Held;
import org.walletcounter.vouchers.internal.book.HeldVouchers;
import org.walletcounter.vouchers.internal.book.Honouring;
import org.walletcounter.vouchers.internal.book.MoneyAccounts;
import org.walletcounter.vouchers.internal.book.VoucherJournals;

/** Writes what a payment's journal holds for its vouchers. */
@Dependent
class BuildingRedemptions {

    private static final Companion.Table REDEMPTION = new Companion.Table(
            "vouchers.redemption",
            List.of(
                    "voucher_id",
                    "generation",
                    "campaign_id",
                    "merchant_id",
                    "store_id",
                    "sale_number",
                    "member_id",
                    "saving",
                    "currency",
                    "used_at",
                    "business_day",
                    "journal_id"),
            List.of(
                    "uuid",
                    "int4",
                    "uuid",
                    "uuid",
                    "uuid",
                    "text",
                    "uuid",
                    "int8",
                    "text",
                    "timestamptz",
                    "date",
                    "uuid"));

    private static final Companion.Table FUNDING = new Companion.Table(
            "vouchers.funding",
            List.of("voucher_id", "generation", "funder_id", "honourer_id", "amount", "currency", "business_day"),
            List.of("uuid", "int4", "uuid", "uuid", "int8", "text", "date"));

    private final HeldVouchers vouchers;
    private final Honouring honouring;
    private final MoneyAccounts accounts;

    @Inject
    BuildingRedemptions(HeldVouchers vouchers, Honouring honouring, MoneyAccounts accounts) {
        this.vouchers = vouchers;
        this.honouring = honouring;
        this.accounts = accounts;
    }

    /** What is gathered while the uses are gone through. */
    private static final class Gathered {
        private final List<Posting> postings = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final List<UUID> confirms = new ArrayList<>();
        private final List<Companion.Row> rows = new ArrayList<>();
        private final Set<UUID> seen = new HashSet<>();
        private long funded;
    }

    /** Whose the vouchers are is not asked again: the price is made of what {@link Offering} let through for the customer. */
    Redemption of(Actor actor, Checkout checkout) {
        Map<UUID, Held> held = vouchers.seen(
                actor, checkout.uses().stream().map(Use::voucherId).toList());
        Gathered gathered = new Gathered();
        String currency = null;
        for (Use use : checkout.uses()) {
            Held voucher = held.get(use.voucherId());
            if (voucher == null || !gathered.seen.add(use.voucherId())) {
                throw new CounterException(VoucherError.ALREADY_USED);
            }
            currency = use.saving().currency();
            add(actor, checkout, new Using(use, voucher, vouchers.campaigns().recent(voucher.campaignId())), gathered);
        }
        if (currency == null) {
            throw new IllegalArgumentException("A redemption is of one voucher at least.");
        }
        List<Companion.Row> rows = List.copyOf(gathered.rows);
        return new Redemption(
                List.copyOf(gathered.postings),
                Money.of(gathered.funded, currency),
                List.copyOf(gathered.claims),
                List.copyOf(gathered.confirms),
                outcome -> outcome instanceof Outcome.Posted ? rows : List.of());
    }

    private record Using(Use use, Held voucher, Campaign campaign) {}

    private void add(Actor actor, Checkout checkout, Using using, Gathered gathered) {
        Campaign campaign = using.campaign();
        List<Honouring.Party> parties = honouring.parties(campaign);
        honouring.requireHonoured(checkout.place().merchantId(), campaign);
        Instant asOf = using.use().hold() == null
                ? checkout.when().at()
                : earlier(checkout.when().at(), using.voucher());
        GivingRules.requireUsable(actor, campaign, using.voucher(), asOf);
        gathered.claims.add(using.voucher().leaving());
        gathered.postings.addAll(VoucherJournals.moving(
                using.voucher().account(), campaign.opened().used(), 1));
        addBudget(using, gathered);
        addFunding(checkout, using, parties, gathered);
        gathered.rows.add(redemption(checkout, using));
    }

    /** A voucher that was set aside in time is good, even if it expires at the checkout. */
    private static Instant earlier(Instant at, Held voucher) {
        Instant last = voucher.validUntil().minusMillis(1);
        return at.isBefore(last) ? at : last;
    }

    private static void addBudget(Using using, Gathered gathered) {
        AccountId budget = using.campaign().opened().budget();
        AccountId spent = using.campaign().opened().spent();
        UUID hold = using.use().hold();
        boolean costs = using.use().saving().isPositive();
        if (hold != null) {
            gathered.confirms.add(hold);
        }
        if (budget != null && spent != null && costs) {
            gathered.postings.addAll(
                    VoucherJournals.moving(budget, spent, using.use().saving().minor()));
            if (hold != null) {
                gathered.confirms.add(Redeeming.ofBudget(hold));
            }
        }
    }

    private void addFunding(Checkout checkout, Using using, List<Honouring.Party> parties, Gathered gathered) {
        UUID honourer = checkout.place().merchantId();
        Money saving = using.use().saving();
        for (Honouring.Share share : Honouring.split(saving.minor(), parties)) {
            AccountId from = accounts.funding(honourer, share.merchantId(), using.campaign(), saving.currency());
            gathered.postings.add(new Posting(from, -share.amount()));
            gathered.rows.add(row(
                    FUNDING,
                    using.voucher().id(),
                    using.voucher().generation(),
                    share.merchantId(),
                    honourer,
                    share.amount(),
                    saving.currency(),
                    checkout.when().businessDay()));
        }
        gathered.funded += saving.minor();
    }

    private static Companion.Row redemption(Checkout checkout, Using using) {
        return row(
                REDEMPTION,
                using.voucher().id(),
                using.voucher().generation(),
                using.campaign().id(),
                checkout.place().merchantId(),
                checkout.place().storeId(),
                checkout.place().saleNumber(),
                checkout.memberId(),
                using.use().saving().minor(),
                using.use().saving().currency(),
                checkout.when().at(),
                checkout.when().businessDay(),
                checkout.journalId());
    }

    private static Companion.Row row(Companion.Table table, @Nullable Object... values) {
        return new Companion.Row(table, values);
    }
}
