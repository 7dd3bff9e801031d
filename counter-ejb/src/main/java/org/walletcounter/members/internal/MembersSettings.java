package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the operator sets: {@code counter.members.key-file}, the installation's key file, and
 * {@code counter.members.key-file.create}, whether a missing one is made while there are no members.
 */
@Dependent
class MembersSettings {

    private final BooleanSupplier inUse;

    @Inject
    MembersSettings(ProvingKeys proving) {
        this.inUse = proving::anySealed;
    }

    /** For vaults that are open already, and for the container; neither makes a file. */
    MembersSettings() {
        this.inUse = () -> true;
    }

    /** The installation's keys. Refuses to go on without them. */
    InstallationKeys installationKeys() {
        Config config = ConfigProvider.getConfig();
        String file = config.getOptionalValue("counter.members.key-file", String.class)
                .orElseThrow(MembersLog.LOG::noKeyFile);
        boolean create = config.getOptionalValue("counter.members.key-file.create", Boolean.class)
                .orElse(false);
        return keys(Path.of(file), create);
    }

    /** The keys of a file, which is made first if it may be and nothing is sealed yet. */
    InstallationKeys keys(Path file, boolean create) {
        return InstallationKeys.load(file, create, inUse);
    }
}
