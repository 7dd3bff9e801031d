package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.walletcounter.imports.ImportError;
import org.walletcounter.imports.internal.file.FileSurvey;
import org.walletcounter.kernel.CounterException;

/** The files that were handed in, kept in the import folder so that an import can go on after a restart. */
@Dependent
class KeptFiles {

    private static final int LONGEST_NAME = 120;

    KeptFiles() {}

    /** Keeps a file under the run's id, whatever its sender called it. */
    Path keep(UUID run, InputStream content) {
        Path path = ImportsSettings.folder().resolve(run + ".csv");
        try {
            Files.createDirectories(path.getParent());
            copy(content, path, ImportsSettings.maxBytes());
            return path;
        } catch (IOException failed) {
            drop(path);
            throw new UncheckedIOException(
                    "The import folder " + path.getParent() + " cannot be written to; set counter.imports.folder.",
                    failed);
        } catch (CounterException refused) {
            drop(path);
            throw refused;
        }
    }

    /** Reads a kept file through; refuses what is not in the format. */
    FileSurvey survey(Path path) {
        try {
            return FileSurvey.of(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Forgets a file that was refused. */
    void drop(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            ImportsLog.LOG.fileStays(path.toString(), failed);
        }
    }

    /** A file's name as it is shown: without folders and not too long. */
    static String shown(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .strip();
        String named = name.isEmpty() ? "history.csv" : name;
        return named.length() > LONGEST_NAME ? named.substring(0, LONGEST_NAME) : named;
    }

    private static void copy(InputStream content, Path path, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw CounterException.at(
                            "file", ImportError.FILE_INVALID, "—", "—", "> " + most, "≤ " + most + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
