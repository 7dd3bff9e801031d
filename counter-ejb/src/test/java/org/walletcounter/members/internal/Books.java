package org.walletcounter.members.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.HoldView;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.JournalView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.ledger.Submission;

/** Accounts in memory: as much of a ledger as members need of it. The container tests use the real one. */
final class Books implements Ledger {

    private static final AtomicLong NUMBERS = new AtomicLong(1_000);

    private final Map<AccountTerms, AccountId> ids = new ConcurrentHashMap<>();
    private final Map<AccountId, AccountView> accounts = new ConcurrentHashMap<>();

    @Override
    public AccountId open(AccountTerms terms) {
        return ids.computeIfAbsent(terms, opened -> {
            AccountId id = new AccountId(NUMBERS.incrementAndGet());
            accounts.put(id, new AccountView(id, opened, 0, 0, AccountView.Caps.NONE, false));
            return id;
        });
    }

    @Override
    public Optional<AccountView> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public void cap(AccountId id, AccountView.Caps caps) {
        accounts.computeIfPresent(
                id, (same, a) -> new AccountView(id, a.terms(), a.balance(), a.held(), caps, a.frozen()));
    }

    @Override
    public void freeze(AccountId id, boolean frozen) {
        accounts.computeIfPresent(
                id, (same, a) -> new AccountView(id, a.terms(), a.balance(), a.held(), a.caps(), frozen));
    }

    /** Puts money into an account. */
    void put(AccountId id, long amount) {
        accounts.computeIfPresent(
                id, (same, a) -> new AccountView(id, a.terms(), a.balance() + amount, a.held(), a.caps(), a.frozen()));
    }

    @Override
    public Outcome.Posted post(Journal journal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Outcome> submit(Submission submission) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HoldView hold(HoldRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HoldView release(UUID holdId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<HoldView> holdOf(UUID holdId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<JournalView> journal(UUID journalId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<StatementLine> statement(AccountId account, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Finding> check() {
        return List.of();
    }
}
