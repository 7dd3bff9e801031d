package org.walletcounter.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** The run command: a whole counter until Ctrl-C. */
public final class RunCounter {

    private static final PrintStream SCREEN = System.out;

    private RunCounter() {}

    /** Started by Maven, inside its own process: one Ctrl-C or one signal ends all of it. */
    public static void main(String[] arguments) {
        try {
            run();
        } catch (CannotRun e) {
            SCREEN.println();
            SCREEN.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run() {
        RunSettings settings = RunSettings.fromSystemProperties();
        Counter counter = new Counter(settings, line -> SCREEN.println("  " + line));
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(counter, stopping), "stop"));
        SCREEN.println("Starting Wallet Counter, data in " + settings.data());
        counter.start();
        CountDownLatch end = new CountDownLatch(1);
        counter.onUnexpectedEnd(part -> {
            if (!stopping.get()) {
                SCREEN.println("The " + part + " ended by itself; its reason is in "
                        + settings.data().resolve("log").resolve(part + ".log") + ".");
                end.countDown();
            }
        });
        signIns(counter, end);
        SCREEN.println("Wallet Counter is ready: " + counter.address());
        SCREEN.println("Text messages to the customers' phones: http://localhost:"
                + settings.ports().sandbox() + "/sms");
        SCREEN.println("Ctrl-C stops it.");
        SCREEN.flush();
        waitFor(end);
        System.exit(1);
    }

    private static void signIns(Counter counter, CountDownLatch end) {
        try {
            DemoAccess.await(counter.accessFile(), Duration.ofMinutes(5), () -> end.getCount() > 0)
                    .print(SCREEN);
        } catch (CannotRun e) {
            SCREEN.println(e.getMessage());
        }
    }

    private static void stop(Counter counter, AtomicBoolean stopping) {
        stopping.set(true);
        if (counter.isStarted()) {
            SCREEN.println("Stopping Wallet Counter");
            counter.stop();
            SCREEN.println("Stopped");
        }
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
