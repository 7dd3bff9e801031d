package org.walletcounter.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be wrong with a machine, each looked at before anything is started, each said in one sentence. */
final class Checks {

    private static final long DISK = 1_500L << 20;

    private Checks() {}

    static void java() {
        int version = Runtime.version().feature();
        if (version < 17) {
            throw new CannotRun("Wallet Counter needs Java 17 or newer, this is Java " + version
                    + ": set JAVA_HOME to a JDK 17, 21 or 25 and run the command again.");
        }
    }

    static void dataFolder(Path data) {
        try {
            Files.createDirectories(data.resolve("log"));
            Path probe = Files.createTempFile(data, "probe", "");
            Files.delete(probe);
            Files.list(data).close();
        } catch (IOException e) {
            throw new CannotRun(
                    "The data folder " + data + " cannot be read and written by this user: change its owner,"
                            + " or choose another with -Dcounter.data=<folder>.",
                    e);
        }
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < DISK) {
                throw new CannotRun("The disk of " + data + " has " + (free >> 20) + " MiB left and a run needs "
                        + (DISK >> 20) + " MiB: make room, or choose another folder with -Dcounter.data=<folder>.");
            }
        } catch (IOException e) {
            throw new CannotRun(
                    "The disk of " + data + " does not say how much room it has: " + e.getMessage() + ".", e);
        }
    }

    static void ports(RunSettings.Ports ports) {
        free(ports.http(), "the web address", "counter.port");
        free(ports.https(), "the encrypted web address", "counter.https.port");
        free(ports.management(), "WildFly's management", "counter.management.port");
        free(ports.database(), "PostgreSQL", "counter.db.port");
        free(ports.sandbox(), "the sandbox", "counter.sandbox.port");
    }

    private static void free(int port, String use, String property) {
        if (port < 1 || port > 65535) {
            throw new CannotRun(
                    "Port " + port + " for " + use + " does not exist: choose one with -D" + property + "=<port>.");
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw new CannotRun(
                    "Port " + port + " for " + use + " is already in use: end the program that uses it,"
                            + " or choose another with -D" + property + "=<port>.",
                    e);
        }
    }
}
