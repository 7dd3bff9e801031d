package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern ASKED_FOR = Pattern.compile("\\bt\\['([\\w.-]+)'\\]|show\\.text\\('([\\w.-]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"texts", "names", "/org/walletcounter/web/faults", "/org/walletcounter/refusals"})
    void english_and_chinese_have_the_same_keys(String bundle) {
        assertThat(texts(bundle + "_zh").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts(bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts", "names", "/org/walletcounter/web/faults", "/org/walletcounter/refusals"})
    void english_and_chinese_take_the_same_arguments(String bundle) {
        Properties chinese = texts(bundle + "_zh");
        texts(bundle)
                .forEach((key, english) -> assertThat(arguments(chinese.getProperty((String) key)))
                        .as((String) key)
                        .isEqualTo(arguments((String) english)));
    }

    @Test
    void every_text_that_a_page_asks_for_is_there() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            files.filter(file -> file.toString().endsWith(".xhtml")).forEach(file -> asked.addAll(askedFor(file)));
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(texts("texts").stringPropertyNames()).containsAll(asked);
    }

    private static Set<String> askedFor(Path page) {
        try {
            return ASKED_FOR
                    .matcher(Files.readString(page))
                    .results()
                    .map(TextsTest::key)
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String key(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static int arguments(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(String bundle) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                TextsTest.class.getResourceAsStream(bundle + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
