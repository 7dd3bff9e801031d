package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.ImportEnded;
import org.walletcounter.imports.ImportError;
import org.walletcounter.imports.ImportView;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.PrivilegedAct;

/** The runs, each change in a transaction of its own so that whoever looks sees it at once. */
@Dependent
class ImportRuns {

    private static final String ONE_AT_A_TIME = "run_one_at_a_time";

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    private final Clock clock;
    private final Event<PrivilegedAct> acts;
    private final Event<ImportEnded> endings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportRuns(Clock clock, Event<PrivilegedAct> acts, Event<ImportEnded> endings) {
        this.clock = clock;
        this.acts = acts;
        this.endings = endings;
    }

    /** Keeps a new run. Refuses while another run of the merchant is at work. */
    @Transactional(TxType.REQUIRES_NEW)
    ImportView begin(UUID id, ImportRun.Received received, Actor actor) {
        requireIdle(received.merchantId());
        ImportRun run = new ImportRun(id, received, ImportsSettings.node(), clock.instant());
        entities.persist(run);
        flush();
        acted(actor, "import.started", id, received.fileName());
        return run.view();
    }

    /** Wishes that a run pauses after the day in hand. */
    @Transactional(TxType.REQUIRES_NEW)
    ImportView pause(Actor actor, UUID id) {
        ImportView view = change(actor, id, ImportRun::wishPause);
        acted(actor, "import.paused", id, view.file());
        return view;
    }

    private ImportView change(Actor actor, UUID id, Consumer<ImportRun> change) {
        ImportRun run = locked(id)
                .filter(each -> each.isInReachOf(actor))
                .orElseThrow(() -> new CounterException(ImportError.NO_SUCH_IMPORT));
        change.accept(run);
        flush();
        return run.view();
    }

    /** Puts a run to work again, on this server. Refuses while another run of the merchant is at work. */
    @Transactional(TxType.REQUIRES_NEW)
    ImportView resume(Actor actor, UUID id, ThisServer here) {
        requireIdle(actor.merchantId());
        ImportView view = change(actor, id, run -> {
            run.requireResumable();
            here.requireFile(run.order().storedAs());
            run.resume(here.node(), clock.instant());
        });
        acted(actor, "import.resumed", id, view.file());
        return view;
    }

    /** A run that the actor may see, as it stands. */
    @Transactional(TxType.REQUIRES_NEW)
    ImportView view(Actor actor, UUID id) {
        return find(id).filter(run -> run.isInReachOf(actor))
                .map(ImportRun::view)
                .orElseThrow(() -> new CounterException(ImportError.NO_SUCH_IMPORT));
    }

    /** The runs that the actor may see, newest first. */
    @Transactional(TxType.REQUIRES_NEW)
    List<ImportView> all(Actor actor) {
        String store = actor.storeId() == null ? "" : " and r.storeId = :store";
        TypedQuery<ImportRun> query = entities.createQuery(
                        "select r from ImportRun r where r.merchantId = :merchant" + store + " order by r.id desc",
                        ImportRun.class)
                .setParameter("merchant", actor.merchantId())
                .setMaxResults(200);
        if (actor.storeId() != null) {
            query.setParameter("store", actor.storeId());
        }
        return query.getResultStream().map(ImportRun::view).toList();
    }

    /** A run as its worker needs it. */
    @Transactional(TxType.REQUIRES_NEW)
    ImportRun.Order order(UUID id) {
        return find(id).map(ImportRun::order)
                .orElseThrow(() -> new IllegalStateException("Import " + id + " is not in the database any more."));
    }

    /** Whether somebody wishes the run to pause, or it has been ended behind the worker's back. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean shallStop(UUID id) {
        return find(id).map(run -> run.isPausing() || !run.isRunning()).orElse(true);
    }

    /** Notes how the work on a run ended. What its file is called, once nobody can go on with it. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<String> end(UUID id, State how, @Nullable String problem) {
        Optional<ImportRun> run = locked(id);
        run.ifPresent(each -> each.end(how, problem, clock.instant()));
        endings.fire(new ImportEnded(id, how));
        return run.filter(ImportRun::isCompleted).map(each -> each.order().storedAs());
    }

    /** What the files are called that an import is at work on or can go on with. */
    @Transactional(TxType.REQUIRES_NEW)
    Set<String> filesNeeded() {
        return Set.copyOf(
                entities.createQuery("select r.storedAs from ImportRun r where r.state <> :completed", String.class)
                        .setParameter("completed", State.COMPLETED)
                        .getResultList());
    }

    private void acted(Actor actor, String act, UUID id, String file) {
        acts.fire(new PrivilegedAct(actor, act, "import:" + id, file));
    }

    /** For a change: the worker moves the checkpoint of the same row meanwhile. */
    private Optional<ImportRun> locked(UUID id) {
        return Optional.ofNullable(entities.find(ImportRun.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Optional<ImportRun> find(UUID id) {
        return Optional.ofNullable(entities.find(ImportRun.class, id));
    }

    /** Of two that start at the same moment the database lets one through. */
    private void flush() {
        try {
            entities.flush();
        } catch (PersistenceException failure) {
            throw isSecond(failure) ? new CounterException(ImportError.ALREADY_RUNNING) : failure;
        }
    }

    /** By the name of the index: it stands in what the database says in any language. */
    private static boolean isSecond(PersistenceException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && String.valueOf(refused.getMessage()).contains(ONE_AT_A_TIME)) {
                return true;
            }
        }
        return false;
    }

    private void requireIdle(UUID merchantId) {
        long running = entities.createQuery(
                        "select count(r) from ImportRun r where r.merchantId = :merchant and r.state = :running",
                        Long.class)
                .setParameter("merchant", merchantId)
                .setParameter("running", State.RUNNING)
                .getSingleResult();
        if (running > 0) {
            throw new CounterException(ImportError.ALREADY_RUNNING);
        }
    }
}
