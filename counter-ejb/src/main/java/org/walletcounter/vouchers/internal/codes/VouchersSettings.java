package org.walletcounter.vouchers.internal.codes;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.walletcounter.vouchers.internal.book.VouchersLog;

/**
 * What the operator sets: {@code counter.vouchers.key-file}, the file whose {@code index} key the codes' keys are drawn
 * from; without it the installation's key file, {@code counter.members.key-file}, is taken.
 */
@Dependent
public class VouchersSettings {

    /** The installation's secret. Refuses to go on without it. */
    public byte[] installationKey() {
        Config config = ConfigProvider.getConfig();
        String file = config.getOptionalValue("counter.vouchers.key-file", String.class)
                .or(() -> config.getOptionalValue("counter.members.key-file", String.class))
                .orElseThrow(VouchersLog.LOG::noKeyFile);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Properties text = new Properties();
            text.load(in);
            return Base64.getDecoder().decode(text.getProperty("index", "").strip());
        } catch (IOException | IllegalArgumentException unusable) {
            throw VouchersLog.LOG.keyFileUnusable(file, unusable);
        }
    }
}
