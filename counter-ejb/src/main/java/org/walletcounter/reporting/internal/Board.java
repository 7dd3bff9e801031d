package org.walletcounter.reporting.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.reporting.BoardView;

/**
 * One board's last figures, read again only when something moved: this node's own payments say so themselves, other
 * nodes' are found by a look at the newest row. It rests after each reading in proportion to what the reading cost, so
 * that a big day never takes more than a fifth of one processor. Thread-safe; one thread reads, the others wait for it.
 */
class Board {

    private static final Duration REST = Duration.ofMillis(333);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(2);
    private static final Duration OLD = Duration.ofSeconds(30);
    private static final int REST_PER_WORK = 4;

    private final BoardDay day;
    private final BoardQuery query;
    private final Clock clock;

    private @Nullable BoardView view;
    private List<UUID> newest = List.of();
    private long pulseSeen;
    private Instant readAt = Instant.MIN;
    private Instant lookedAt = Instant.MIN;
    private Duration rest = REST;

    Board(BoardDay day, BoardQuery query, Clock clock) {
        this.day = day;
        this.query = query;
        this.clock = clock;
    }

    BoardDay day() {
        return day;
    }

    /** The figures, fresh to within a third of a second; on a big day, to within a few times what reading costs. */
    synchronized BoardView view(long pulse) {
        Instant now = clock.instant();
        BoardView current = view;
        if (current != null && !mayRead(now)) {
            return current;
        }
        if (current != null && !moved(pulse, now)) {
            return current;
        }
        return read(pulse, now);
    }

    private boolean mayRead(Instant now) {
        return isOver(readAt, rest, now);
    }

    private boolean moved(long pulse, Instant now) {
        if (pulse != pulseSeen || isOver(readAt, OLD, now)) {
            return true;
        }
        if (!isOver(lookedAt, LOOK_AROUND, now)) {
            return false;
        }
        lookedAt = now;
        return !query.newest(day).equals(newest);
    }

    /** Whether so long has passed since then; a clock that was set back ends every wait. */
    private static boolean isOver(Instant since, Duration wait, Instant now) {
        return now.isBefore(since) || !now.isBefore(since.plus(wait));
    }

    private BoardView read(long pulse, Instant now) {
        newest = query.newest(day);
        BoardView fresh = query.read(day, now);
        view = fresh;
        pulseSeen = pulse;
        lookedAt = now;
        readAt = clock.instant();
        Duration work = Duration.between(now, readAt).multipliedBy(REST_PER_WORK);
        rest = work.compareTo(REST) > 0 ? work : REST;
        return fresh;
    }
}
