package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.walletcounter.imports.ImportError;
import org.walletcounter.imports.internal.file.FileSurvey;
import org.walletcounter.kernel.CounterException;

/** The files that were handed in, kept in the import folder until their import is completed: it can go on after a restart. */
@Dependent
class KeptFiles {

    private static final int LONGEST_NAME = 120;

    /** Whatever else lies in the folder is somebody's own. */
    private static final Pattern KEPT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.csv");

    KeptFiles() {}

    /** Keeps a file under the run's id, whatever its sender called it. */
    Path keep(UUID run, InputStream content) {
        Path path = ImportsSettings.folder().resolve(run + ".csv");
        boolean kept = false;
        try {
            Files.createDirectories(path.getParent());
            copy(content, path, ImportsSettings.maxBytes());
            kept = true;
            return path;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The import folder " + path.getParent() + " cannot be written to; set counter.imports.folder.",
                    failed);
        } finally {
            if (!kept) {
                drop(path);
            }
        }
    }

    /** Reads a kept file through; refuses what is not in the format. */
    FileSurvey survey(Path path) {
        try {
            return FileSurvey.of(path, ImportsSettings.maxUnpackedBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those in a folder, which need not be there, that were written to the last time before a moment. */
    List<Path> keptBefore(Path folder, Instant moment) {
        List<Path> kept = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return kept;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (KEPT.matcher(file.getFileName().toString()).matches() && isBefore(file, moment)) {
                    kept.add(file);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            ImportsLog.LOG.folderUnreadable(folder.toString(), unreadable);
        }
        return kept;
    }

    private static boolean isBefore(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException gone) { // another server, which starts too, has deleted it
            return false;
        }
    }

    /** Forgets a file that was refused, or that nobody can go on with. Whether it was there and is gone. */
    boolean drop(Path path) {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException failed) {
            ImportsLog.LOG.fileStays(path.toString(), failed);
            return false;
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
