package org.walletcounter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import org.walletcounter.run.CannotRun;
import org.walletcounter.run.Counter;

/** Starts the counter that is measured, fills it when it is empty, and keeps it until Ctrl-C. For tuning by hand. */
public final class ServeForBench {

    private ServeForBench() {}

    /** Takes its settings from {@code -Dbench.…}. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        BenchSettings settings = BenchSettings.fromSystemProperties();
        Stage stage = new Stage(settings);
        Files.createDirectories(settings.socket());
        Counter counter = new Counter(stage.run(), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(counter::stop, "stop"));
        try {
            counter.start();
            long begin = System.nanoTime();
            stage.seed(true);
            System.out.println("People and places: " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        } catch (CannotRun e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
        System.out.println("Ready to be measured: " + counter.address());
        new CountDownLatch(1).await();
    }
}
