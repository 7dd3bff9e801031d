package org.walletcounter.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;

/**
 * The record of privileged acts (审计记录): what was announced with {@link org.walletcounter.kernel.PrivilegedAct}. Rows are
 * only ever added. Thread-safe.
 */
public interface AuditTrail {

    /** The merchant's acts, newest first. */
    Page<Entry> entries(Actor actor, @Nullable String after, int limit);

    /** The acts on one subject, newest first. */
    List<Entry> of(Actor actor, String subject);

    /** One act. */
    record Entry(long id, Instant at, String actor, String act, String subject, String detail) {}
}
