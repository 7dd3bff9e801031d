package org.walletcounter.imports.internal.founding;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The operator's settings of founding. The only reader of their keys. */
interface FoundingSettings {

    /** Whether this is a trial: {@code counter.demo}. Without it a start makes nothing. */
    static boolean demo() {
        return ConfigProvider.getConfig()
                .getOptionalValue("counter.demo", Boolean.class)
                .orElse(false);
    }

    /** Where the demo's sign-ins are written: {@code counter.demo.access-file}. */
    static Optional<Path> accessFile() {
        return text("counter.demo.access-file").map(Path::of);
    }

    /** The file that describes the first merchant of a production: {@code counter.bootstrap-file}. */
    static Optional<Path> bootstrapFile() {
        return text("counter.bootstrap-file").map(Path::of);
    }

    /** The address that browsers use: {@code counter.base-url}. */
    static String address() {
        return text("counter.base-url").orElse("http://localhost:8080");
    }

    private static Optional<String> text(String key) {
        return ConfigProvider.getConfig().getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
