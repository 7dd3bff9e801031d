package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what was sold, the books keep categories that are codes of the house: pages do not show those as they are. */
class SoldCategoriesTest {

    private static final Pattern AS_THEY_ARE =
            Pattern.compile("(?<!empty )(?<!show\\.category\\()\\b(part|each)\\.category\\(\\)");

    @ParameterizedTest
    @ValueSource(strings = {"WEB-INF/console/member-plan.xhtml", "console/back-test.xhtml"})
    void areNamedAsTheReaderDoes(String page) throws IOException {
        String text = Files.readString(Path.of("src/main/webapp", page));

        assertThat(text).contains("show.category(").doesNotContainPattern(AS_THEY_ARE);
    }
}
