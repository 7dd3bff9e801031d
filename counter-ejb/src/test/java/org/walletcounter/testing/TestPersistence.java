package org.walletcounter.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The product's own persistence unit without a container, in the transactions of a {@link TestTransactions}: what is done
 * through an entity manager and what is done through a connection stand or fall together. A door taken through
 * {@link #required} or {@link #requiresNew} behaves as the session bean behind it would.
 */
public final class TestPersistence {

    private final TestTransactions transactions;
    private final EntityManagerFactory factory;
    private final ThreadLocal<Deque<EntityManager>> open = ThreadLocal.withInitial(ArrayDeque::new);

    /** The unit on the database of these transactions. */
    public TestPersistence(TestTransactions transactions) {
        this.transactions = transactions;
        this.factory = Persistence.createEntityManagerFactory(
                "counter",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        transactions.source()));
    }

    /** The entity manager of whatever transaction the thread is in. */
    public EntityManager current() {
        return (EntityManager) Proxy.newProxyInstance(
                TestPersistence.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> invoke(open.get().element(), method, arguments));
    }

    /** A door whose calls each join a transaction or run in one. */
    public <T> T required(Class<T> door, T bean) {
        return through(door, bean, work -> open.get().isEmpty() ? inNew(work) : work.get());
    }

    /** A door whose calls each run in a transaction of their own. */
    public <T> T requiresNew(Class<T> door, T bean) {
        return through(door, bean, this::inNew);
    }

    /** Runs work in a transaction of its own; whatever is thrown undoes it. */
    public <R> R inNew(Supplier<R> work) {
        return transactions.inNew(() -> {
            EntityManager manager = factory.createEntityManager();
            open.get().push(manager);
            manager.getTransaction().begin();
            try {
                R result = work.get();
                manager.getTransaction().commit();
                return result;
            } finally {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
                open.get().pop();
                manager.close();
            }
        });
    }

    /** Ends a call's transaction as the container would. */
    @FunctionalInterface
    private interface Boundary {
        Object around(Supplier<Object> work);
    }

    private static <T> T through(Class<T> door, T bean, Boundary boundary) {
        return door.cast(Proxy.newProxyInstance(
                door.getClassLoader(),
                new Class<?>[] {door},
                (self, method, arguments) -> boundary.around(() -> {
                    try {
                        return invoke(bean, method, arguments);
                    } catch (RuntimeException refusal) {
                        throw refusal;
                    } catch (Throwable undeclared) {
                        throw new IllegalStateException(undeclared);
                    }
                })));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
