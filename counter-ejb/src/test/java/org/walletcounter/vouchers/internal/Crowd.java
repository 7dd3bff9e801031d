package org.walletcounter.vouchers.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.walletcounter.kernel.CounterException;

/** Many who do the same at the same moment, and what each was answered: a result, or the refusal's name. */
final class Crowd {

    private Crowd() {}

    /** Does something so many times, on so many threads that begin together. */
    static List<Object> does(int times, int threads, Callable<?> something) {
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<Object>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(crowd.submit(() -> {
                    begin.await();
                    return answer(something);
                }));
            }
            begin.countDown();
            List<Object> answers = new ArrayList<>();
            for (Future<Object> one : all) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("Somebody in the crowd fell.", failed);
        } finally {
            crowd.shutdownNow();
        }
    }

    private static Object answer(Callable<?> something) throws Exception {
        try {
            return something.call();
        } catch (CounterException refusal) {
            return refusal.error().name();
        }
    }
}
