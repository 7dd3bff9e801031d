package org.walletcounter.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.bench.load.BareDoor;
import org.walletcounter.run.CannotRun;

/** Who is turned away on the same machine by somebody else, with the least effort: a {@link BareDoor} and its own generator. */
final class Strangers implements AutoCloseable {

    private final Process door;
    private final Generator generator;

    private Strangers(Process door, Generator generator) {
        this.door = door;
        this.generator = generator;
    }

    /** Starts both processes; the requests are drawn from the populations in {@code folder}, and none is paid. */
    static Strangers start(Path folder) {
        try {
            Process door = JavaProcess.start(List.of("-Xmx128m"), BareDoor.class);
            try {
                @Nullable String port = door.inputReader().readLine();
                if (port == null) {
                    throw new CannotRun("The bare server ended by itself; its reason stands above.");
                }
                return new Strangers(door, Generator.start(Integer.parseInt(port), folder));
            } catch (IOException | RuntimeException failed) {
                door.destroy();
                throw failed;
            }
        } catch (IOException e) {
            throw new CannotRun("The bare server could not be started: " + e.getMessage() + ".", e);
        }
    }

    /** So many a second come, for so long, and are turned away. */
    Load come(int connections, int seconds, double perSecond) {
        return generator.open(Stage.MANY, connections, seconds, perSecond);
    }

    @Override
    public void close() {
        generator.close();
        door.destroy();
    }
}
