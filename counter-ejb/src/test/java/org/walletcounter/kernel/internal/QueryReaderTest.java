package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.hql.HqlTranslator;
import org.hibernate.query.sqm.tree.SqmStatement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The product's queries are read by ours, and never two at once. Nothing here asks a database. */
class QueryReaderTest {

    private static final int READERS = 8;
    private static final String QUERY = "select m.nameEn from Merchant m where m.code = 'none'";
    private static final EntityManagerFactory UNIT = Persistence.createEntityManagerFactory(
            "counter",
            Map.of(
                    "jakarta.persistence.transactionType",
                    "RESOURCE_LOCAL",
                    "jakarta.persistence.nonJtaDataSource",
                    new PGSimpleDataSource()));

    @AfterAll
    static void close() {
        UNIT.close();
    }

    @Test
    void the_persistence_unit_reads_its_queries_through_it() {
        HqlTranslator reader = reader();
        assertThat(reader).isInstanceOf(QueryReader.class);
        assertThat(reader.translate(QUERY, String.class)).isNotNull();
    }

    @Test
    void never_reads_two_queries_at_once() throws InterruptedException {
        Watched watched = new Watched(reader());
        QueryReader one = new QueryReader(watched);
        try (Pool pool = new Pool()) {
            for (int i = 0; i < READERS; i++) {
                pool.threads.execute(() -> one.translate(QUERY, String.class));
            }
        }
        assertThat(watched.read).hasValue(READERS);
        assertThat(watched.most).hasValue(1);
    }

    private static HqlTranslator reader() {
        return Objects.requireNonNull(UNIT.unwrap(SessionFactoryImplementor.class)
                .getSessionFactoryOptions()
                .getCustomHqlTranslator());
    }

    /** Notes how many are inside at the same time. */
    private static final class Watched implements HqlTranslator {

        private final HqlTranslator real;
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger read = new AtomicInteger();

        Watched(HqlTranslator real) {
            this.real = real;
        }

        @Override
        public <R> SqmStatement<R> translate(String query, Class<R> result) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            try {
                return real.translate(query, result);
            } finally {
                read.incrementAndGet();
                inside.decrementAndGet();
            }
        }
    }

    /** Waits for its work when it is closed. */
    private static final class Pool implements AutoCloseable {

        private final ExecutorService threads = Executors.newFixedThreadPool(READERS);

        @Override
        public void close() throws InterruptedException {
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
