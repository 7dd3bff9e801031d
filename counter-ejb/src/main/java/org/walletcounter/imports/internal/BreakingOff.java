package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.imports.ImportEnded;
import org.walletcounter.imports.ImportView.State;

/**
 * Marks runs as broken off that nobody is at work on any more, so that they can be resumed. A worker that loses the database
 * cannot note how it ended, and a server that has gone may come back under another name, or never.
 */
@Dependent
class BreakingOff {

    /** The server that was at work has stopped, or has not been heard of for long. */
    static final String SERVER_STOPPED = "server-stopped";

    /** The work ended on a server that goes on, and could not note how. */
    static final String ENDED_UNTOLD = "ended-untold";

    /** A run that begins is noted a moment before anybody is at work on it. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    private final Clock clock;
    private final Event<ImportEnded> endings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BreakingOff(Clock clock, Event<ImportEnded> endings) {
        this.clock = clock;
        this.endings = endings;
    }

    /** Breaks off what a server was at work on when it stopped, as it starts anew. How many runs there were. */
    @Transactional(TxType.REQUIRES_NEW)
    int ofStopped(String node) {
        return breakOff("r.node = :node", Map.of("node", node), SERVER_STOPPED).size();
    }

    /**
     * Notes that a server is still at work on these runs, and breaks off those that neither it nor any other server is at work
     * on. How many runs there were.
     */
    @Transactional(TxType.REQUIRES_NEW)
    int forsaken(String node, Collection<UUID> atWork) {
        Instant now = clock.instant();
        touch(node, atWork, now);
        List<ImportRun> here = breakOff(
                "r.node = :node and r.touchedAt < :since",
                Map.of("node", node, "since", now.minus(LATELY)),
                ENDED_UNTOLD);
        here.forEach(run -> endings.fire(new ImportEnded(run.order().id(), State.FAILED)));
        List<ImportRun> elsewhere = breakOff(
                "r.node <> :node and r.touchedAt < :since",
                Map.of("node", node, "since", now.minus(GIVEN_UP)),
                SERVER_STOPPED);
        return here.size() + elsewhere.size();
    }

    /** A run that was broken off behind its worker's back and resumed elsewhere is no longer this server's. */
    private void touch(String node, Collection<UUID> atWork, Instant now) {
        if (!atWork.isEmpty()) {
            entities.createQuery("update ImportRun r set r.touchedAt = :now"
                            + " where r.id in (:atWork) and r.node = :node and r.state = :running")
                    .setParameter("now", now)
                    .setParameter("atWork", atWork)
                    .setParameter("node", node)
                    .setParameter("running", State.RUNNING)
                    .executeUpdate();
        }
    }

    private List<ImportRun> breakOff(String which, Map<String, Object> values, String problem) {
        TypedQuery<ImportRun> query = entities.createQuery(
                        "select r from ImportRun r where r.state = :running and " + which, ImportRun.class)
                .setParameter("running", State.RUNNING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
        values.forEach(query::setParameter);
        List<ImportRun> runs = query.getResultList();
        runs.forEach(run -> run.end(State.FAILED, problem, clock.instant()));
        return runs;
    }
}
