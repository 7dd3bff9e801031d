package org.walletcounter.imports.internal.founding;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Files that only their owner may read. On a file system without such rights the folder has to protect them. */
interface OwnerOnlyFile {

    /** Owner reads and writes, nobody else does anything. */
    Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Writes a file so that it is there as a whole or not at all, and was never readable by others. */
    static void write(Path path, String text) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "A file has a folder.");
        Files.createDirectories(folder);
        Path draft = hasRights(folder)
                ? Files.createTempFile(
                        folder, path.getFileName().toString(), ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createTempFile(folder, path.getFileName().toString(), ".new");
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether somebody else than the owner may read or change a file. */
    static boolean openToOthers(Path path) throws IOException {
        if (!hasRights(path)) {
            return false;
        }
        Set<PosixFilePermission> others = new HashSet<>(Files.getPosixFilePermissions(path));
        others.removeAll(PosixFilePermissions.fromString("rwx------"));
        return !others.isEmpty();
    }

    private static boolean hasRights(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
