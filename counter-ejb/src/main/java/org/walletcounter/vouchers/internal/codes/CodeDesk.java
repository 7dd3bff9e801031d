package org.walletcounter.vouchers.internal.codes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.VouchersLog;

/**
 * Where codes are shown: hashes them, and counts the wrong ones. Who shows more than twenty wrong codes within a minute on
 * this node is turned away until the minute is over. Thread-safe.
 */
@ApplicationScoped
public class CodeDesk {

    private static final int WRONG_AT_MOST = 20;
    private static final long MINUTE = 60_000;
    private static final int MOST_ACTORS = 10_000;

    private final CodeKeys keys;
    private final Database database;
    private final Clock clock;
    private final Map<String, Wrong> wrong = new ConcurrentHashMap<>();

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected CodeDesk() {
        this.keys = null;
        this.database = null;
        this.clock = null;
    }

    @Inject
    public CodeDesk(CodeKeys keys, Database database, Clock clock) {
        this.keys = keys;
        this.database = database;
        this.clock = clock;
    }

    private record Wrong(long minute, int count) {}

    public Database database() {
        return database;
    }

    public UUID hash(String code) {
        return keys.hash(code);
    }

    /** Refuses who has shown too many wrong ones. */
    public void turnAway(Actor actor) {
        Wrong known = wrong.get(actor.id());
        if (known != null && known.minute() == minute() && known.count() >= WRONG_AT_MOST) {
            throw new CounterException(VoucherError.TOO_MANY_WRONG_CODES);
        }
    }

    /** Counts a wrong one and gives its refusal. */
    public CounterException wrong(Actor actor, VoucherError why) {
        if (wrong.size() > MOST_ACTORS) {
            wrong.clear();
        }
        Wrong now = wrong.merge(
                actor.id(),
                new Wrong(minute(), 1),
                (before, one) -> before.minute() == one.minute() ? new Wrong(one.minute(), before.count() + 1) : one);
        if (now.count() == WRONG_AT_MOST) {
            VouchersLog.LOG.guessing(actor.id());
        }
        return new CounterException(why);
    }

    private long minute() {
        return clock.millis() / MINUTE;
    }
}
