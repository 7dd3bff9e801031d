package org.walletcounter.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of the server as an earlier run left them, read and verified: a start with them takes about a sixth less. Java
 * writes the file when the server ends in good order and looks by itself whether it still fits; what does not is read as usual.
 */
final class SharedClasses {

    private static final int FIRST_TO_KEEP_THEM_BY_ITSELF = 19;

    /** It would name each class that it leaves out, and call it an error that packages are opened on the command line. */
    private static final String QUIET = "-Xlog:cds*=off";

    private final Path archive;

    /** Kept in a folder, apart for each Java. */
    SharedClasses(Path folder) {
        archive = folder.resolve("classes-" + Runtime.version().feature() + ".jsa");
    }

    /** What to tell Java at the start of a server on an application. */
    List<String> options(Path ear) {
        try {
            if (Runtime.version().feature() >= FIRST_TO_KEEP_THEM_BY_ITSELF) {
                return List.of(QUIET, "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
            }
            if (Files.exists(archive)
                    && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(ear)) > 0) {
                return List.of(QUIET, "-XX:SharedArchiveFile=" + archive);
            }
            Files.deleteIfExists(archive);
            return List.of(QUIET, "-XX:ArchiveClassesAtExit=" + archive);
        } catch (IOException e) {
            throw new CannotRun("Could not look at " + archive + ": remove it and start again.", e);
        }
    }
}
