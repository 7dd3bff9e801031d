package org.walletcounter.run;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs for this machine, unpacked once from the jars Maven brought. */
final class PostgresBinaries {

    private static final String FINISHED = ".unpacked";
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks the programs to {@code home} unless they are there. */
    static PostgresBinaries in(Path home) {
        if (!Files.exists(home.resolve(FINISHED))) {
            try {
                unpack(home);
            } catch (IOException e) {
                throw new CannotRun("Could not unpack PostgreSQL to " + home + ": " + e.getMessage() + ".", e);
            }
        }
        return new PostgresBinaries(home);
    }

    /** The command line of {@code program}. PostgreSQL refuses root; there a user namespace without rights runs it. */
    List<String> command(String program) {
        List<String> command = new ArrayList<>();
        if (isLinux() && "root".equals(System.getProperty("user.name"))) {
            command.add("unshare");
            command.add("-U");
        }
        command.add(home.resolve("bin")
                .resolve(isWindows() ? program + ".exe" : program)
                .toString());
        return command;
    }

    static boolean isWindows() {
        return system().startsWith("windows");
    }

    private static boolean isLinux() {
        return system().startsWith("linux");
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private static void unpack(Path home) throws IOException {
        Files.createDirectories(home);
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, home);
            }
        }
        Files.writeString(home.resolve(FINISHED), "");
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream content, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("the archive names a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if (!isWindows()) {
            boolean program = (entry.getMode() & 0100) != 0
                    || entry.getName().startsWith("bin/")
                    || entry.getName().startsWith("./bin/");
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() throws IOException {
        String name = isWindows() ? "Windows" : isLinux() ? "Linux" : "Darwin";
        String machine = System.getProperty("os.arch");
        InputStream found =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, machine.equals("amd64") ? "x86_64" : machine);
        if (found == null) {
            throw new IOException("there is no PostgreSQL for " + name + " on " + machine);
        }
        return found;
    }
}
