package org.walletcounter.imports.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables that stand beside this package: lines of text, with comments that begin with a hash. */
interface Table {

    /** The lines of a table, without comments and empty lines. */
    static List<String> lines(String name) {
        try (InputStream stream = Objects.requireNonNull(
                Table.class.getResourceAsStream(name), () -> "The table " + name + " is missing from the jar.")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
