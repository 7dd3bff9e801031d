package org.walletcounter.bench.load;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thread, many connections. It shares its cores with the server it loads, so it spends as little as it can. */
final class Loop {

    private static final long FIRST_NAP = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final String REFUSED = "\"REFUSED\"";
    private final Selector selector;
    private final Requests requests;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Line> free = new ArrayDeque<>();
    private final Tally tally = new Tally();

    Loop(InetSocketAddress address, int connections, Requests requests) throws IOException {
        this.requests = requests;
        this.selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            Line line = new Line(address, selector);
            lines.add(line);
            free.add(line);
        }
    }

    /** Each connection sends its next request when the one before is answered. */
    JsonObject closed(int seconds, Supplier<Requests.Made> next) throws IOException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        long now = start;
        while (now < end) {
            while (!free.isEmpty()) {
                free.poll().send(next.get(), System.nanoTime());
            }
            selector.select(100);
            now = System.nanoTime();
            serve(now);
        }
        JsonObject result = tally.json(now - start);
        drain();
        return result;
    }

    /** One payment, however long it takes up to a limit. */
    JsonObject first(int seconds) throws IOException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        lines.get(0).send(requests.next(), start);
        while (lines.get(0).isBusy() && System.nanoTime() < end) {
            selector.select(1);
            serve(System.nanoTime());
        }
        JsonObject result = tally.json(System.nanoTime() - start);
        drain();
        return result;
    }

    /** Requests fall due at a fixed rate; time counts from then, even if no connection is free to send it. */
    JsonObject open(double perSecond, int seconds, long seed) throws IOException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        Schedule schedule = new Schedule(perSecond, start, end, seed);
        while (!schedule.isOver()) {
            long now = System.nanoTime();
            while (!schedule.isOver() && schedule.next() <= now && !free.isEmpty()) {
                free.poll().send(requests.next(), schedule.next());
                schedule.advance();
            }
            if (now >= end) {
                break;
            }
            await(schedule.isOver() || free.isEmpty() ? end : schedule.next());
            serve(System.nanoTime());
        }
        tally.neverSent(left(schedule));
        drain();
        return tally.json(TimeUnit.SECONDS.toNanos(seconds));
    }

    private static long left(Schedule schedule) {
        long left = 0;
        for (; !schedule.isOver(); schedule.advance()) {
            left++;
        }
        return left;
    }

    /** Waits for answers until the next request is due. The selector knows milliseconds only; below that, short naps. */
    private void await(long due) throws IOException {
        long left = due - System.nanoTime();
        if (left <= 0) {
            selector.selectNow();
        } else if (left > TimeUnit.MILLISECONDS.toNanos(1)) {
            selector.select(TimeUnit.NANOSECONDS.toMillis(left));
        } else if (selector.selectNow() == 0) {
            LockSupport.parkNanos(Math.min(left, FIRST_NAP));
            selector.selectNow();
        }
    }

    private void serve(long now) throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            Line line = (Line) key.attachment();
            try {
                if (key.isWritable()) {
                    line.write();
                }
                if (key.isReadable()) {
                    take(line, line.read(), now);
                }
            } catch (IOException broken) {
                tally.broken(String.valueOf(broken.getMessage()));
                line.renew();
                free.add(line);
            }
        }
        selector.selectedKeys().clear();
    }

    private void take(Line line, Answers.@Nullable Answer answer, long now) throws IOException {
        if (answer == null) {
            return;
        }
        Requests.Made made = line.done();
        long nanos = now - line.dueAt();
        switch (answer.status()) {
            case 200, 201 -> {
                if (answer.body().contains(REFUSED)) {
                    tally.wrong(answer.status(), answer.body());
                } else {
                    tally.paid(nanos);
                }
            }
            case 503 -> {
                tally.shed(nanos, answer.saysWhenToComeBack());
                if (made != null) {
                    requests.giveBack(made);
                }
            }
            default -> tally.wrong(answer.status(), answer.body());
        }
        if (line.mustClose(answer)) {
            line.renew();
        }
        free.add(line);
    }

    /** Waits for what is under way, so that nothing of one load reaches into the next. */
    private void drain() throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (lines.stream().anyMatch(Line::isBusy) && System.nanoTime() < deadline) {
            selector.select(100);
            serve(System.nanoTime());
        }
        for (Line line : lines) {
            if (line.isBusy()) {
                tally.broken("no answer within " + TimeUnit.NANOSECONDS.toSeconds(PATIENCE) + " s");
            }
            line.close();
        }
        selector.close();
    }
}
