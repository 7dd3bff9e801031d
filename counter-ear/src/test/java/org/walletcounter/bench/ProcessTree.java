package org.walletcounter.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and its children use, as Linux counts it. Elsewhere nothing is known, and nothing is claimed. */
final class ProcessTree {

    private static final double MICROS_PER_TICK = 10_000;
    private static final int USER = 11;
    private static final int FOUR = 4;

    private ProcessTree() {}

    /** CPU time of the process, of its living children and of those it has buried, in microseconds. */
    static double cpuMicros(long pid) {
        return tree(pid).mapToDouble(ProcessTree::ownMicros).sum() * MICROS_PER_TICK;
    }

    /** Resident memory of the process in bytes. */
    static long residentBytes(long pid) {
        for (String line : read(pid, "status").split("\n", -1)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
            }
        }
        return 0;
    }

    private static Stream<Long> tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid);
    }

    /** User and system time, own and of buried children: the fields 14 to 17, counted behind the name in parentheses. */
    private static double ownMicros(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = 0;
        for (int i = USER; i < USER + FOUR; i++) {
            ticks += Double.parseDouble(fields[i]);
        }
        return ticks;
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException gone) {
            return "";
        }
    }
}
