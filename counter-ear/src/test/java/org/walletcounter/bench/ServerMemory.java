package org.walletcounter.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.walletcounter.run.CannotRun;

/** Asks the server's JVM, by the JDK's own jcmd, what its threads have allocated. Nothing is installed in the server. */
final class ServerMemory {

    private static final Pattern ALLOCATED = Pattern.compile(" allocated=([0-9]+)([BKMG]?) ");
    private static final Map<String, Double> UNITS =
            Map.of("", 1.0, "B", 1.0, "K", 1024.0, "M", 1024.0 * 1024, "G", 1024.0 * 1024 * 1024);

    private ServerMemory() {}

    /** Bytes allocated so far by all threads that live. */
    static double allocatedBytes(long pid) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "Thread.print",
                            "-e")
                    .redirectErrorStream(true)
                    .start();
            String threads = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            jcmd.waitFor();
            return sum(threads);
        } catch (IOException e) {
            throw new CannotRun("The server's JVM does not tell what it allocates: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The measurement was interrupted.", e);
        }
    }

    static double sum(String threads) {
        double bytes = 0;
        Matcher each = ALLOCATED.matcher(threads);
        while (each.find()) {
            bytes += Double.parseDouble(each.group(1)) * UNITS.getOrDefault(each.group(2), 1.0);
        }
        return bytes;
    }
}
