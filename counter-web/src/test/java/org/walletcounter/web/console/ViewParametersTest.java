package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a page takes from its address is never marked as required: from the second request on that a page sends in the
 * background the address is not looked at, and every button would do nothing, without a word. Views ask {@link Asked}.
 */
class ViewParametersTest {

    private static final Pattern REQUIRED = Pattern.compile("<f:viewParam [^>]*required=");

    @Test
    void no_page_requires_a_parameter() throws IOException {
        TreeSet<String> requiring = new TreeSet<>();
        int pages = 0;
        try (Stream<Path> all = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page :
                    all.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                pages++;
                if (REQUIRED.matcher(Files.readString(page)).find()) {
                    requiring.add(page.getFileName().toString());
                }
            }
        }
        assertThat(pages).isGreaterThan(30);
        assertThat(requiring).isEmpty();
    }
}
