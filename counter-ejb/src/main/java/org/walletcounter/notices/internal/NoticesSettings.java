package org.walletcounter.notices.internal;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the operator sets: {@code counter.notices.smpp.host}, {@code .port} (2775), {@code .system-id}, {@code .password}
 * and {@code .sender}, the name or number that people see.
 */
@Dependent
class NoticesSettings {

    /** The SMS centre; empty while none is set. */
    Optional<Centre> centre() {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue("counter.notices.smpp.host", String.class)
                .map(host -> new Centre(
                        host,
                        config.getOptionalValue("counter.notices.smpp.port", Integer.class)
                                .orElse(2775),
                        config.getOptionalValue("counter.notices.smpp.system-id", String.class)
                                .orElse(""),
                        config.getOptionalValue("counter.notices.smpp.password", String.class)
                                .orElse(""),
                        config.getOptionalValue("counter.notices.smpp.sender", String.class)
                                .orElse("Counter")));
    }

    /** Where the SMS centre is and how to bind. */
    record Centre(String host, int port, String systemId, String password, String sender) {}
}
