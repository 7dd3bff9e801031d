package org.walletcounter.imports.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.walletcounter.imports.ImportError;
import org.walletcounter.kernel.CounterException;

/**
 * This server among those that share the database.
 *
 * @param node its name
 * @param files where it keeps what was handed in
 */
record ThisServer(String node, Path files) {

    /** Refuses to go on with a file that another server keeps to itself. */
    void requireFile(String storedAs) {
        if (!Files.isReadable(files.resolve(storedAs))) {
            throw new CounterException(ImportError.FILE_NOT_HERE);
        }
    }
}
