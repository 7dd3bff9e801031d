package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the operator sets: {@code counter.members.key-file}, the installation's key file, and
 * {@code counter.members.key-file.create}, whether a missing one is made.
 */
@Dependent
class MembersSettings {

    /** The installation's keys. Refuses to go on without them. */
    InstallationKeys installationKeys() {
        Config config = ConfigProvider.getConfig();
        String file = config.getOptionalValue("counter.members.key-file", String.class)
                .orElseThrow(MembersLog.LOG::noKeyFile);
        boolean create = config.getOptionalValue("counter.members.key-file.create", Boolean.class)
                .orElse(false);
        return InstallationKeys.load(Path.of(file), create);
    }
}
