package org.walletcounter.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The passwords between the parts of one run: made at random on its first day, kept where only the owner can read. */
record Secrets(String superUser, String owner, String app) {

    static Secrets in(Path data) {
        Path file = data.resolve("database-passwords");
        try {
            if (!Files.exists(file)) {
                ownerOnly(file);
                Files.write(file, List.of(random(), random(), random()), StandardCharsets.US_ASCII);
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            return new Secrets(lines.get(0), lines.get(1), lines.get(2));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new CannotRun("Could not read " + file + ": make it readable, or choose another data folder.", e);
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        if (PostgresBinaries.isWindows()) {
            Files.createFile(file);
        } else {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
