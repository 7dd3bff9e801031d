package org.walletcounter.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One process of the counter. Its number is kept in a file beside its log, so that a run that was killed leaves a trace by which the
 * next one finds and ends what it left behind: by that number and its start time, never by a name.
 */
final class ChildProcess {

    private final String name;
    private final Path pidFile;
    private final Process process;

    private ChildProcess(String name, Path pidFile, Process process) {
        this.name = name;
        this.pidFile = pidFile;
        this.process = process;
    }

    /** Starts {@code command} with its output in {@code logs/name.log}; ends a forgotten process of that name first. */
    static ChildProcess start(String name, Path logs, List<String> command, Map<String, String> environment) {
        endForgotten(name, logs);
        Path log = logs.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            Path pidFile = pidFile(name, logs);
            Files.writeString(pidFile, process.pid() + " " + started(process.toHandle()));
            return new ChildProcess(name, pidFile, process);
        } catch (IOException e) {
            throw new CannotRun("Could not start " + name + ": " + e.getMessage() + ".", e);
        }
    }

    /** Ends the process of that name which an earlier, killed run left behind, if there is one. */
    static void endForgotten(String name, Path logs) {
        Path file = pidFile(name, logs);
        if (!Files.exists(file)) {
            return;
        }
        try {
            String[] known = Files.readString(file).strip().split(" ", -1);
            Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(known[0]));
            if (left.isPresent() && known.length == 2 && started(left.get()).equals(known[1])) {
                end(left.get(), Duration.ofSeconds(20));
            }
            Files.deleteIfExists(file);
        } catch (IOException | NumberFormatException e) {
            throw new CannotRun("Could not read " + file + ": remove it and start again.", e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean succeeded() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    long pid() {
        return process.pid();
    }

    void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Asks it to end, waits, and ends it the hard way when it does not. */
    void stop(Duration patience) {
        end(process.toHandle(), patience);
        forget();
    }

    /** SIGKILL: what a power cut or the system's memory guard does. */
    void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(20));
        forget();
    }

    boolean await(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new CannotRun("Could not remove " + pidFile + " of " + name + ".", e);
        }
    }

    private static void end(ProcessHandle handle, Duration patience) {
        handle.destroy();
        if (!ended(handle, patience)) {
            handle.destroyForcibly();
            ended(handle, Duration.ofSeconds(10));
        }
    }

    static boolean ended(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return !handle.isAlive();
        }
    }

    private static String started(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(at -> Long.toString(at.toEpochMilli()))
                .orElse("?");
    }

    private static Path pidFile(String name, Path logs) {
        return logs.resolve(name + ".pid");
    }
}
