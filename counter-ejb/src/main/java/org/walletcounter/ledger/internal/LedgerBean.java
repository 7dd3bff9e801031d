package org.walletcounter.ledger.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.HoldView;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.JournalView;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.ledger.Submission;

/**
 * The ledger in the server. Only wires: data sources, threads, clock. Everybody may call it, because only the modules can
 * reach it: who may do what is decided at their doors.
 */
@Singleton
@Startup
@DependsOn("Migrating")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
@Typed(Ledger.class) // the group commit has a shorter way
public class LedgerBean implements Ledger {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource joined;

    @Resource(lookup = "java:jboss/datasources/CounterLedgerDS")
    DataSource own;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Clock clock;

    @Inject
    StartedLedger started;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        JdbcLedger ledger = new JdbcLedger(joined, own, clock, LedgerSettings.read(ConfigProvider.getConfig()));
        ledger.start(threads);
        started.started(ledger);
    }

    @PreDestroy
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void stop() {
        ledger().stop();
    }

    private JdbcLedger ledger() {
        return started.get();
    }

    @Override
    public AccountId open(AccountTerms terms) {
        return ledger().open(terms);
    }

    @Override
    public List<AccountId> openAll(List<AccountTerms> terms) {
        return ledger().openAll(terms);
    }

    @Override
    public Optional<AccountView> account(AccountId id) {
        return ledger().account(id);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<AccountTerms, AccountView> accounts(Collection<AccountTerms> terms) {
        return ledger().accounts(terms);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<AccountId, Long> available(Collection<AccountId> ids) {
        return ledger().available(ids);
    }

    @Override
    public void cap(AccountId id, AccountView.Caps caps) {
        ledger().cap(id, caps);
    }

    @Override
    public void freeze(AccountId id, boolean frozen) {
        ledger().freeze(id, frozen);
    }

    @Override
    public Outcome.Posted post(Journal journal) {
        return ledger().post(journal);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CompletionStage<Outcome> submit(Submission submission) {
        return ledger().submit(submission);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CompletionStage<List<Outcome>> submit(BulkDebit debits) {
        return ledger().submit(debits);
    }

    @Override
    public HoldView hold(HoldRequest request) {
        return ledger().hold(request);
    }

    @Override
    public HoldView release(UUID holdId) {
        return ledger().release(holdId);
    }

    @Override
    public Optional<HoldView> holdOf(UUID holdId) {
        return ledger().holdOf(holdId);
    }

    @Override
    public Optional<JournalView> journal(UUID journalId) {
        return ledger().journal(journalId);
    }

    @Override
    public Page<StatementLine> statement(AccountId account, @Nullable String after, int limit) {
        return ledger().statement(account, after, limit);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Finding> check() {
        return ledger().check();
    }
}
