package org.walletcounter.imports.internal.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.Told;

/** What becomes of a bootstrap file at a start, and what the operator is told of it. */
class FoundingTest {

    private static final String DESCRIBED = "{'merchant': {'code': 'corner', 'nameEn': 'Corner', 'nameZh': '街角',"
            + " 'currency': 'GBP', 'zone': 'Europe/London'},"
            + " 'store': {'code': 'LON', 'nameEn': 'London', 'nameZh': '伦敦'},"
            + " 'till': {'code': 'T1', 'name': 'Till 1'},"
            + " 'administrator': {'username': 'jane', 'name': 'Jane', 'password': 'a sentence of hers'}}";

    private final Known known = new Known();
    private final Founding founding = new Founding();
    private final Told told = Told.by("org.walletcounter.imports.founding");

    @TempDir
    Path folder;

    @BeforeEach
    void wire() {
        founding.founder = known;
        founding.clock = new Moment();
    }

    @AfterEach
    void leaveNothing() {
        told.close();
        ConfigProviderResolver.setInstance(null);
    }

    @Test
    void aFileThatIsNotThereIsMissedWhileThereIsNoMerchant() {
        Path file = folder.resolve("first-merchant.json");
        start(Map.of("counter.bootstrap-file", file.toString()));
        assertThat(told.errors())
                .singleElement()
                .asString()
                .startsWith("WCTR08504")
                .contains(file.toString(), "It is not there", "counter.bootstrap-file");
    }

    @Test
    void aFileThatHasServedIsNotMissed() throws IOException {
        Path file = folder.resolve("first-merchant.json");
        OwnerOnlyFile.write(file, DESCRIBED.replace('\'', '"'));
        start(Map.of("counter.bootstrap-file", file.toString()));
        assertThat(known.merchant).isNotNull().returns("corner", MerchantView::code);
        assertThat(Files.exists(file)).isFalse();

        start(Map.of("counter.bootstrap-file", file.toString()));
        assertThat(told.messages()).singleElement().asString().startsWith("WCTR08503");
    }

    @Test
    void aFileThatIsNotNeededIsToBeDeleted() throws IOException {
        known.merchant = new MerchantView(UUID.randomUUID(), "old", "Old", "老店", "GBP", ZoneId.of("Europe/London"));
        Path file = folder.resolve("first-merchant.json");
        OwnerOnlyFile.write(file, DESCRIBED.replace('\'', '"'));
        start(Map.of("counter.bootstrap-file", file.toString()));
        assertThat(told.messages()).singleElement().asString().startsWith("WCTR08505");
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void whoNamesNoFileIsToldNothing() {
        start(Map.of());
        assertThat(told.messages()).isEmpty();
    }

    private void start(Map<String, String> settings) {
        ConfigProviderResolver.setInstance(new Given(settings));
        founding.found();
    }

    /** Knows one merchant at most. */
    private static final class Known implements Founder {

        private @Nullable MerchantView merchant;

        @Override
        public boolean nothingThere() {
            return merchant == null;
        }

        @Override
        public Actor found(MerchantView founded, StoreView store, TillView till, NewStaff administrator) {
            merchant = founded;
            return Actor.system(founded.id());
        }
    }

    /** What the operator has set, as the server would give it. */
    private static final class Given extends ConfigProviderResolver {

        private final Config config;

        Given(Map<String, String> settings) {
            this.config = (Config) Proxy.newProxyInstance(
                    Config.class.getClassLoader(),
                    new Class<?>[] {Config.class},
                    (self, method, arguments) -> Optional.ofNullable(settings.get((String) arguments[0])));
        }

        @Override
        public Config getConfig() {
            return config;
        }

        @Override
        public Config getConfig(ClassLoader loader) {
            return config;
        }

        @Override
        public ConfigBuilder getBuilder() {
            throw new UnsupportedOperationException("Nobody builds settings here.");
        }

        @Override
        public void registerConfig(Config other, ClassLoader loader) {
            throw new UnsupportedOperationException("Nobody registers settings here.");
        }

        @Override
        public void releaseConfig(Config other) {
            throw new UnsupportedOperationException("Nobody registers settings here.");
        }
    }
}
