package org.walletcounter.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sign-ins of the demo merchant, as the application wrote them. */
final class DemoAccess {

    private final Path file;

    private DemoAccess(Path file) {
        this.file = file;
    }

    /** Waits until the application has loaded its demo merchant. */
    static DemoAccess await(Path file) {
        return new DemoAccess(file);
    }

    void print(PrintStream screen) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            screen.println("Sign-ins (also in " + file + "):");
            screen.println(Files.readString(file));
        } catch (IOException e) {
            throw new CannotRun("Could not read " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
