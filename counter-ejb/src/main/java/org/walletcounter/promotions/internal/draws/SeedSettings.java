package org.walletcounter.promotions.internal.draws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the operator sets: {@code counter.promotions.key-file}, the file whose keys seal the seeds of campaigns; without it the
 * installation's key file, {@code counter.members.key-file}, is taken.
 */
public final class SeedSettings {

    private static final String KEY = "key.";

    private SeedSettings() {}

    /** The seal under the installation's keys. Refuses to go on without them. */
    public static SeedSeal seal() {
        Config config = ConfigProvider.getConfig();
        String file = config.getOptionalValue("counter.promotions.key-file", String.class)
                .or(() -> config.getOptionalValue("counter.members.key-file", String.class))
                .orElseThrow(SeedLog.LOG::noKeyFile);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Properties text = new Properties();
            text.load(in);
            Map<Integer, byte[]> keys = new HashMap<>();
            for (String name : text.stringPropertyNames()) {
                if (name.startsWith(KEY)) {
                    byte[] key =
                            Base64.getDecoder().decode(text.getProperty(name).strip());
                    keys.put(Integer.valueOf(name.substring(KEY.length())), key);
                }
            }
            return new SeedSeal(
                    Integer.parseInt(text.getProperty("current", "1").strip()), keys);
        } catch (IOException | IllegalArgumentException unusable) {
            throw SeedLog.LOG.keyFileUnusable(file, unusable);
        }
    }
}
