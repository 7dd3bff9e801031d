package org.walletcounter.imports.internal;

import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The operator's settings of the imports. The only reader of their keys. */
interface ImportsSettings {

    int GROWTH = 4;

    /** Where files that were handed in are kept: {@code counter.imports.folder}, else a folder beside the server's data. */
    static Path folder() {
        return Path.of(config().getOptionalValue("counter.imports.folder", String.class)
                .orElseGet(() -> text("jboss.server.data.dir", "java.io.tmpdir") + "/counter-imports"));
    }

    /** The most bytes a file may have as it is handed in: {@code counter.imports.max-bytes}, else 256 MiB. */
    static long maxBytes() {
        return config().getOptionalValue("counter.imports.max-bytes", Long.class)
                .orElse(256L << 20);
    }

    /**
     * The most bytes that a packed file may hold: four times as many as it may have. Sales history shrinks to a sixth or so;
     * what shrinks to a thousandth is none, and would keep a thread and fill the memory with its numbers.
     */
    static long maxUnpackedBytes() {
        long most = maxBytes();
        return most > Long.MAX_VALUE / GROWTH ? Long.MAX_VALUE : most * GROWTH;
    }

    /**
     * The name of this server among those that share the database: the one that the operator gives each of them, else the host's,
     * which two on one machine have in common.
     */
    static String node() {
        return node(config());
    }

    static String node(Config config) {
        return config.getOptionalValue("jboss.tx.node.id", String.class)
                .or(() -> config.getOptionalValue("jboss.node.name", String.class))
                .orElse("one");
    }

    private static String text(String key, String otherwise) {
        return config().getOptionalValue(key, String.class).orElseGet(() -> config().getValue(otherwise, String.class));
    }

    private static Config config() {
        return ConfigProvider.getConfig();
    }
}
