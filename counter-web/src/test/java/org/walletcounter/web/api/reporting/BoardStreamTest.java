package org.walletcounter.web.api.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.reporting.BoardView;

/** A screen that is slow gets fewer figures, never older ones, and no queue. */
class BoardStreamTest {

    private static final String WARMTH = "still here";

    private final Pipe pipe = new Pipe();
    private BooleanSupplier admitted = () -> true;
    private final BoardStream stream =
            new BoardStream(pipe, new Events(), () -> admitted.getAsBoolean(), view -> Long.toString(view.attempts()));
    private boolean watched = true;

    @Test
    void a_screen_that_is_slow_gets_the_newest_when_it_has_read() {
        stream.show(attempts(1));
        stream.show(attempts(2));
        stream.show(attempts(3));
        assertThat(pipe.sent).containsExactly("1");

        pipe.read();
        assertThat(pipe.sent).containsExactly("1", "3");

        pipe.read();
        assertThat(pipe.sent).as("there is nothing more to say").containsExactly("1", "3");
        stream.show(attempts(4));
        assertThat(pipe.sent).containsExactly("1", "3", "4");
    }

    @Test
    void a_screen_that_reads_at_once_gets_everything() {
        pipe.isWide = true;
        for (int i = 1; i <= 5; i++) {
            stream.show(attempts(i));
        }
        assertThat(stream.beat()).isTrue();

        assertThat(pipe.sent).containsExactly("1", "2", "3", "4", "5", WARMTH);
    }

    @Test
    void figures_that_come_while_some_are_sent_are_next_and_not_within() {
        pipe.isWide = true;
        pipe.meanwhile = () -> {
            int said = pipe.sent.size();
            if (said < 10_000) {
                stream.show(attempts(said + 1));
            }
        };
        stream.show(attempts(1));

        assertThat(pipe.sent).hasSize(10_000).endsWith("10000");
        assertThat(pipe.mostAtOnce).isEqualTo(1);
    }

    @Test
    void a_screen_that_reads_within_two_beats_stays() {
        for (int i = 0; i < 5; i++) {
            stream.show(attempts(i));
            assertThat(stream.beat()).isTrue();
            pipe.read();
        }
        assertThat(pipe.sent).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void a_screen_that_has_read_nothing_for_two_beats_is_given_up() {
        stream.watching(() -> watched = false);
        stream.show(attempts(1));
        assertThat(stream.beat()).isTrue();
        assertThat(stream.beat()).isFalse();
        assertThatThrownBy(() -> stream.show(attempts(2))).isInstanceOf(IllegalStateException.class);

        pipe.read();
        assertThat(pipe.sent).as("no warmth is queued either").containsExactly("1");
        stream.close();
        assertThat(pipe.isClosed()).isTrue();
        assertThat(watched).isFalse();
    }

    @Test
    void a_screen_that_has_gone_is_told_of_no_more() {
        stream.show(attempts(1));
        pipe.onItsWay.get(0).completeExceptionally(new IllegalStateException("Broken pipe"));

        assertThatThrownBy(() -> stream.show(attempts(2))).isInstanceOf(IllegalStateException.class);
        assertThat(stream.beat()).isFalse();
        assertThat(pipe.sent).containsExactly("1");
    }

    @Test
    void a_screen_whose_key_or_session_was_ended_is_told_of_no_more() {
        stream.show(attempts(1));
        pipe.read();
        admitted = () -> false;

        assertThat(stream.beat()).isFalse();
        assertThatThrownBy(() -> stream.show(attempts(2))).isInstanceOf(IllegalStateException.class);
        assertThat(pipe.sent).containsExactly("1");
    }

    @Test
    void a_screen_stays_while_it_cannot_be_known_whether_it_may() {
        admitted = () -> {
            throw new IllegalStateException("The database is away.");
        };
        assertThat(stream.beat()).isTrue();
        assertThat(pipe.sent).containsExactly(WARMTH);
    }

    private static BoardView attempts(long attempts) {
        Money none = Money.of(0, "GBP");
        return new BoardView(
                LocalDate.EPOCH, Instant.EPOCH, attempts, attempts, 0, none, none, 0, List.of(), List.of());
    }

    /** Where events go, to be read when the test says so, or at once if it is wide. */
    private static final class Pipe implements SseEventSink {

        private final List<String> sent = new ArrayList<>();
        private final List<CompletableFuture<Void>> onItsWay = new ArrayList<>();
        private Runnable meanwhile = () -> {};
        private boolean isWide;
        private boolean closed;
        private int atOnce;
        private int mostAtOnce;

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            mostAtOnce = Math.max(mostAtOnce, ++atOnce);
            sent.add(event.getComment() == null ? (String) event.getData() : event.getComment());
            meanwhile.run();
            atOnce--;
            CompletableFuture<Void> arrival = new CompletableFuture<>();
            onItsWay.add(arrival);
            if (isWide) {
                read();
            }
            return arrival;
        }

        /** The screen reads what is on its way. */
        private void read() {
            List<CompletableFuture<Void>> read = List.copyOf(onItsWay);
            onItsWay.clear();
            read.forEach(each -> each.complete(null));
        }

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Makes events that know what was said to their builder. */
    private static final class Events implements Sse {

        @Override
        public OutboundSseEvent.Builder newEventBuilder() {
            Map<String, Object> said = new HashMap<>();
            return made(OutboundSseEvent.Builder.class, (builder, method, arguments) -> {
                if (method.getName().equals("build")) {
                    return made(OutboundSseEvent.class, (event, asked, none) -> said.get(asked.getName()));
                }
                said.put(asked(method.getName()), arguments[arguments.length - 1]);
                return builder;
            });
        }

        @Override
        public SseBroadcaster newBroadcaster() {
            throw new UnsupportedOperationException();
        }

        /** How an event is asked for what a builder is told: data becomes getData. */
        private static String asked(String told) {
            return "get" + told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1);
        }

        private static <T> T made(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }
    }
}
