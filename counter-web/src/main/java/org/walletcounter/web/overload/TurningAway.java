package org.walletcounter.web.overload;

import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts the {@link Door} before everything else of the application, where the server's network threads pass. Found by the
 * server through {@code META-INF/services}.
 */
public final class TurningAway implements ServletExtension {

    private static final String SETTING = "counter.http.payments-at-once";

    /** As many as may be under way in the ledger, and one for each thread that reads and writes. */
    private static final int USUAL = 320;

    @Override
    public void handleDeployment(DeploymentInfo application, ServletContext context) {
        int most = ConfigProvider.getConfig()
                .getOptionalValue(SETTING, Integer.class)
                .orElse(USUAL);
        application.addInitialHandlerChainWrapper(next -> new Door(next, most));
    }
}
