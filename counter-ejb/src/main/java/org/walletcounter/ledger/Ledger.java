package org.walletcounter.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;

/**
 * The door to every balance of value there is (总账). Thread-safe. Commands join the caller's transaction unless they say
 * otherwise.
 */
public interface Ledger extends GroupCommits {

    /** The account of these terms, opened now if it is not there yet. A repeat gives the same account. */
    AccountId open(AccountTerms terms);

    /** The accounts of these terms, in their order, opened now if they are not there yet: many at the price of one. */
    default List<AccountId> openAll(List<AccountTerms> terms) {
        return terms.stream().map(this::open).toList();
    }

    /** The account as it stands, if there is one. Of a free account the balance is summed up now. */
    Optional<AccountView> account(AccountId id);

    /** The accounts of these terms as they stand, those that are open: many at the price of one. Opens none. */
    Map<AccountTerms, AccountView> accounts(Collection<AccountTerms> terms);

    /** What can be spent of these accounts; those without a floor are left out, and those that are frozen. */
    default Map<AccountId, Long> available(Collection<AccountId> ids) {
        Map<AccountId, Long> available = new HashMap<>();
        ids.forEach(id -> account(id)
                .filter(view -> view.terms().floor() != null && !view.frozen())
                .ifPresent(view -> available.put(id, view.available())));
        return available;
    }

    /** Sets what may leave a constrained account. */
    void cap(AccountId id, AccountView.Caps caps);

    /** Freezes an account, or thaws it: nothing leaves a frozen account, value may still arrive. */
    void freeze(AccountId id, boolean frozen);

    /**
     * Posts a journal inside the caller's transaction.
     *
     * @throws CounterException with a {@link LedgerError}, or with a claim's own refusal
     */
    Outcome.Posted post(Journal journal);

    /**
     * Sets an amount aside; a repeat with the same id gives the same hold. The account's caps are asked now, and what is
     * held counts against the day's cap until it is resolved. So the journal that confirms one hold is not asked again:
     * what was promised can be kept.
     *
     * @throws CounterException with a {@link LedgerError}
     */
    HoldView hold(HoldRequest request);

    /** Gives an open hold back. A hold that has already been released or has expired stays as it is. */
    HoldView release(UUID holdId);

    /** A hold as it stands. */
    Optional<HoldView> holdOf(UUID holdId);

    /** A journal with its postings. */
    Optional<JournalView> journal(UUID journalId);

    /**
     * An account's postings, newest first.
     *
     * @param after the cursor of the page before, or null for the first page
     * @param limit 1 to 500
     */
    Page<StatementLine> statement(AccountId account, @Nullable String after, int limit);

    /**
     * Checks the books against what the ledger promises: I1 conservation, I2 balances, I3 floors, I4 names and commands
     * used once, I7 no more given back than was moved, I11 holds, I13 the journal's hashes, I17 the sums that the day's
     * caps are held against. Reads one snapshot. An empty list means that all is well.
     *
     * @throws CounterException {@link LedgerError#CHECK_RUNNING} while another one runs
     */
    List<Finding> check();
}
