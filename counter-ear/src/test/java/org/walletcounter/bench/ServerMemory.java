package org.walletcounter.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.walletcounter.run.CannotRun;

/** Asks the server's JVM, by the JDK's own jcmd, about its memory. Nothing is installed in the server. */
final class ServerMemory {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +[0-9]+ +([0-9]+)");

    private ServerMemory() {}

    /** All threads that live, each with what it has allocated so far. */
    static String threads(long pid) {
        return told(pid, "Thread.print", "-e");
    }

    /** Bytes of what is alive on the heap: the JVM collects everything else first, for which the server stands still. */
    static double liveBytes(long pid) {
        return total(told(pid, "GC.class_histogram"));
    }

    private static String told(long pid, String... question) {
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
            command.add(Long.toString(pid));
            command.addAll(List.of(question));
            Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
            String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            jcmd.waitFor();
            return answer;
        } catch (IOException e) {
            throw new CannotRun("The server's JVM does not tell of its memory: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The measurement was interrupted.", e);
        }
    }

    static double total(String histogram) {
        Matcher line = TOTAL.matcher(histogram);
        if (!line.find()) {
            throw new CannotRun("The server's JVM does not tell what lives on its heap: " + histogram.strip());
        }
        return Double.parseDouble(line.group(1));
    }
}
