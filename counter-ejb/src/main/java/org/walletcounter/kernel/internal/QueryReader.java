package org.walletcounter.kernel.internal;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.query.hql.HqlTranslator;
import org.hibernate.query.hql.internal.StandardHqlTranslator;
import org.hibernate.query.sqm.internal.SqmCreationOptionsStandard;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries in the language of JPA for Hibernate, one after the other, however many ask. What the grammar decides at
 * each word is worked out, with megabytes of memory, by the first query that gets there, and known to all that follow.
 * Where sixty tills pay in the first second after a start, each would work it out for itself at the same time, and a small
 * heap has no room for that: the server collected garbage for five minutes and answered nobody. Hibernate remembers a
 * query that was read, so later nobody waits here. Thread-safe. Named in {@code persistence.xml}.
 */
public final class QueryReader implements HqlTranslator {

    private final Lock turn = new ReentrantLock();
    private @Nullable HqlTranslator hibernates;

    /** As Hibernate makes it, which then tells {@link Setting} for whom. */
    public QueryReader() {}

    QueryReader(HqlTranslator hibernates) {
        this.hibernates = hibernates;
    }

    @Override
    public <R> SqmStatement<R> translate(String query, Class<R> result) {
        turn.lock();
        try {
            return Objects.requireNonNull(hibernates, "the persistence unit has not started")
                    .translate(query, result);
        } finally {
            turn.unlock();
        }
    }

    private void readFor(SessionFactoryImplementor factory) {
        turn.lock();
        try {
            hibernates = new StandardHqlTranslator(
                    factory, new SqmCreationOptionsStandard(factory.getSessionFactoryOptions()));
        } finally {
            turn.unlock();
        }
    }

    /** Hibernate makes a reader before there is anything to read for. It is told here, while the persistence unit starts. */
    public static final class Setting implements Integrator {

        @Override
        public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
            if (factory.getSessionFactoryOptions().getCustomHqlTranslator() instanceof QueryReader reader) {
                reader.readFor(factory);
            }
        }

        @Override
        public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry services) {
            // Nothing was opened.
        }
    }
}
