package org.walletcounter.web.overload;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts the {@link Door} before everything else of the application, where the server's network threads pass, and lets no
 * thread wait for the body of a request. Found by the server through {@code META-INF/services}.
 */
public final class TurningAway implements ServletExtension {

    private static final String SETTING = "counter.http.payments-at-once";
    private static final String UNDER_WAY = "counter.transactions.under-way";

    /** As many as may be under way in the ledger: who is let in here is not refused there, after work went into it. */
    private static final int USUAL = 256;

    @Override
    public void handleDeployment(DeploymentInfo application, ServletContext context) {
        Config config = ConfigProvider.getConfig();
        int most = config.getOptionalValue(SETTING, Integer.class)
                .or(() -> config.getOptionalValue(UNDER_WAY, Integer.class))
                .orElse(USUAL);
        application.addInitialHandlerChainWrapper(next -> new Door(next, new Room(most)));
    }
}
