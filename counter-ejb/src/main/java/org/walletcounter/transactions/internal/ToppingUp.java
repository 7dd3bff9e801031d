package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.transactions.TopUpRequest;
import org.walletcounter.transactions.TopUpView;
import org.walletcounter.transactions.TransactionError;

/** Cash into a wallet (充值). Runs in the caller's transaction. */
@Dependent
class ToppingUp {

    /** The most a wallet may hold after a top-up. */
    static final Parameter HIGHEST_BALANCE =
            new Parameter("transactions.wallet.highest-balance", "minor", 0, 100_000_000_000L, 500_000);

    private final Ledger ledger;
    private final Members members;
    private final Directory directory;
    private final Parameters parameters;
    private final BookAccounts accounts;
    private final Telling telling;
    private final Clock clock;

    @Inject
    ToppingUp(
            Ledger ledger,
            Members members,
            Directory directory,
            Parameters parameters,
            BookAccounts accounts,
            Telling telling,
            Clock clock) {
        this.ledger = ledger;
        this.members = members;
        this.directory = directory;
        this.parameters = parameters;
        this.accounts = accounts;
        this.telling = telling;
        this.clock = clock;
    }

    TopUpView topUp(Actor actor, TopUpRequest request) {
        Money amount = request.amount();
        PaymentRules.requireMoney(
                "amount", amount, directory.merchant(actor.merchantId()).currency());
        Places.require(directory, actor, request.storeId(), request.tillId());
        AccountId wallet =
                members.payer(actor, request.memberId(), amount.currency()).wallet();
        Instant now = clock.instant();
        LocalDate today = directory.businessDay(actor.merchantId(), now);
        Journal journal = journal(actor, request, wallet, Journal.Facts.plain(now, today, "{}"));
        Money balance = Money.of(balance(ledger.post(journal), wallet), amount.currency());
        requireRoom(actor, balance);
        TopUpView view = new TopUpView(journal.id(), request.memberId(), amount, balance, now);
        telling.toppedUp(actor, request.storeId(), view, today);
        return view;
    }

    private Journal journal(Actor actor, TopUpRequest request, AccountId wallet, Journal.Facts facts) {
        UUID merchant = actor.merchantId();
        Money amount = request.amount();
        AccountId cash = accounts.cash(merchant, request.storeId(), request.tillId(), amount.currency());
        return new Journal(
                Ids.next(clock),
                "top-up",
                new Journal.Scope(merchant, request.storeId(), request.tillId(), actor.id(), request.memberId()),
                facts,
                List.of(new Posting(cash, -amount.minor()), new Posting(wallet, amount.minor())));
    }

    private static long balance(Outcome.Posted posted, AccountId wallet) {
        Long balance = posted.balances().get(wallet);
        if (balance == null) {
            throw new IllegalStateException("A wallet is a constrained account; the ledger tells its balance.");
        }
        return balance;
    }

    /** Checked after the posting: only now does nobody else change the wallet until the transaction has ended. */
    private void requireRoom(Actor actor, Money balance) {
        long highest = parameters.value(HIGHEST_BALANCE, actor.merchantId());
        if (balance.minor() > highest) {
            throw CounterException.at(
                    "amount", TransactionError.WALLET_TOO_FULL, Money.of(highest, balance.currency()));
        }
    }
}
