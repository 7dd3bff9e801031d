package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.web.security.Caller;

class SignedInFirstTest {

    private static final Actor KNOWN = new Actor("key:1", "Till", "cashier", UUID.randomUUID(), null);

    private final SignedInFirst filter = new SignedInFirst();

    private InputStream body = new Unread();

    @Test
    void who_is_known_comes_in_with_whatever_they_bring() throws IOException {
        ask("forSome", KNOWN);
        assertThat(body).isInstanceOf(Unread.class);
        ask("forAll", KNOWN);
        assertThat(body).isInstanceOf(Unread.class);
    }

    @Test
    void who_is_not_known_is_refused_before_anything_is_read() {
        refused(KernelError.NOT_SIGNED_IN, "forSome");
    }

    @Test
    void where_everybody_may_call_strangers_bring_little() throws IOException {
        body = new ByteArrayInputStream(new byte[SignedInFirst.MOST]);
        ask("forAll", null);
        assertThat(body.readAllBytes()).hasSize(SignedInFirst.MOST);
        body = InputStream.nullInputStream();
        ask("forAll", null);
        assertThat(body.readAllBytes()).isEmpty();
        body = new ByteArrayInputStream(new byte[SignedInFirst.MOST + 1]);
        refused(KernelError.BODY_TOO_LARGE, "forAll");
    }

    private void refused(KernelError error, String operation) {
        assertThatThrownBy(() -> ask(operation, null))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private void ask(String operation, @Nullable Actor caller) throws IOException {
        filter.operation = of(ResourceInfo.class, (method, argument) -> operation(operation));
        filter.filter(of(ContainerRequestContext.class, (method, argument) -> switch (method.getName()) {
            case "getProperty" -> Caller.ATTRIBUTE.equals(argument) ? caller : null;
            case "getEntityStream" -> body;
            case "setEntityStream" -> {
                body = (InputStream) Objects.requireNonNull(argument);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        }));
    }

    private static Method operation(String name) {
        try {
            return Operations.class.getDeclaredMethod(name);
        } catch (NoSuchMethodException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static <T> T of(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answering.answer(method, arguments == null ? null : arguments[0])));
    }

    /** What a request answers when it is asked. */
    private interface Answering {
        @Nullable
        Object answer(Method method, @Nullable Object argument);
    }

    private interface Operations {

        @ForEverybody
        void forAll();

        void forSome();
    }

    /** A body that nobody may read. */
    private static final class Unread extends InputStream {

        @Override
        public int read() {
            throw new AssertionError("The body was read.");
        }
    }
}
