package org.walletcounter.members.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.members.Payer;
import org.walletcounter.members.Payers;
import org.walletcounter.members.internal.RecognisingPayers.Recognised;
import org.walletcounter.members.internal.RecognisingPayers.Shown;

/**
 * Gathers the codes that are shown at the same time at many tills and has them recognised together, on a thread of its own.
 * Nobody waits for company: a lone code is recognised alone. When too many wait, new ones are refused at once.
 */
@ApplicationScoped
class RecognisingTogether implements Payers {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_WAITING = 2_000;
    private static final int LOOK_UP_MILLIS = 200;

    private final RecognisingPayers recognising;
    private final RecognisingCards cards;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean open;

    @Resource
    private @Nullable ManagedThreadFactory threads;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected RecognisingTogether() {
        this.recognising = null;
        this.cards = null;
    }

    @Inject
    RecognisingTogether(RecognisingPayers recognising, RecognisingCards cards) {
        this.recognising = recognising;
        this.cards = cards;
    }

    private record Waiting(Shown shown, CompletableFuture<Payer> answer) {

        void answer(Recognised recognised) {
            if (recognised.payer() != null) {
                answer.complete(recognised.payer());
            } else if (recognised.refusal() != null) {
                answer.completeExceptionally(recognised.refusal());
            }
        }
    }

    @PostConstruct
    void start() {
        if (threads == null) {
            throw new IllegalStateException("The container gives threads.");
        }
        open = true;
        threads.newThread(this::work).start();
    }

    @PreDestroy
    void stop() {
        open = false;
    }

    @Override
    public CompletionStage<Payer> showing(Actor actor, String shown, String currency) {
        Waiting waiting = new Waiting(Shown.read(actor, shown, currency), new CompletableFuture<>());
        if (!open || !queue.offer(waiting)) {
            waiting.answer.completeExceptionally(new CounterException(KernelError.UNAVAILABLE));
        }
        return waiting.answer;
    }

    @Override
    public List<Recognition> boarding(Actor actor, List<Payers.Token> shown, String currency) {
        return cards.recognise(actor, shown, currency);
    }

    private void work() {
        List<Waiting> together = new ArrayList<>(MOST_AT_ONCE);
        while (gather(together)) {
            if (!together.isEmpty()) {
                recognise(together);
                together.clear();
            }
        }
    }

    /** Waits for codes; answers false when there will be none any more. */
    private boolean gather(List<Waiting> together) {
        try {
            Waiting first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return open;
            }
            together.add(first);
            queue.drainTo(together, MOST_AT_ONCE - 1);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void recognise(List<Waiting> together) {
        try {
            List<Recognised> recognised =
                    recognising.recognise(together.stream().map(Waiting::shown).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer(recognised.get(i));
            }
        } catch (RuntimeException | Error unreadable) {
            MembersLog.LOG.notRecognised(together.size(), unreadable);
            CounterException notNow = new CounterException(KernelError.UNAVAILABLE);
            together.forEach(waiting -> waiting.answer.completeExceptionally(notNow));
        }
    }
}
