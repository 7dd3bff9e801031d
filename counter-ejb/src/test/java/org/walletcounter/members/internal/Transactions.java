package org.walletcounter.members.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.hibernate.cfg.Configuration;
import org.walletcounter.testing.TestDatabase;

/**
 * Does for tests what the container does with transactions: joins the one that is there, begins one, or begins another
 * beside it; a runtime exception rolls back.
 */
final class Transactions {

    private static final EntityManagerFactory FACTORY = new Configuration()
            .addAnnotatedClass(Member.class)
            .addAnnotatedClass(MemberIdentifier.class)
            .addAnnotatedClass(Wallet.class)
            .addAnnotatedClass(Device.class)
            .addAnnotatedClass(ConsentGiven.class)
            .addAnnotatedClass(MemberSession.class)
            .addAnnotatedClass(SignInCode.class)
            .setProperty("hibernate.hbm2ddl.auto", "none")
            .setProperty("hibernate.order_inserts", "true")
            .setProperty("hibernate.jdbc.batch_size", "100")
            .buildSessionFactory(new org.hibernate.boot.registry.StandardServiceRegistryBuilder()
                    .applySetting("hibernate.generate_statistics", "true")
                    .applySetting(
                            "hibernate.connection.datasource",
                            TestDatabase.shared().app())
                    .build());

    private final ThreadLocal<Deque<EntityManager>> open = ThreadLocal.withInitial(ArrayDeque::new);

    /** The entity manager of whatever transaction the thread is in. */
    EntityManager current() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> {
                    try {
                        return method.invoke(open.get().element(), arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** How many statements have been prepared so far. */
    static long statements() {
        return FACTORY.unwrap(org.hibernate.SessionFactory.class)
                .getStatistics()
                .getPrepareStatementCount();
    }

    /** A door whose calls each join a transaction or run in one. */
    @SuppressWarnings("unchecked")
    <T> T required(Class<T> door, T bean) {
        return (T) Proxy.newProxyInstance(door.getClassLoader(), new Class<?>[] {door}, (self, method, arguments) -> {
            Supplier<Object> call = () -> invoke(bean, method, arguments);
            return open.get().isEmpty() ? inNew(call) : call.get();
        });
    }

    /** A door whose calls each run in a transaction of their own. */
    @SuppressWarnings("unchecked")
    <T> T requiresNew(Class<T> door, T bean) {
        return (T) Proxy.newProxyInstance(
                door.getClassLoader(),
                new Class<?>[] {door},
                (self, method, arguments) -> inNew(() -> invoke(bean, method, arguments)));
    }

    <R> R inNew(Supplier<R> work) {
        EntityManager manager = FACTORY.createEntityManager();
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
    }

    private static Object invoke(Object bean, java.lang.reflect.Method method, Object[] arguments) {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(refused.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
