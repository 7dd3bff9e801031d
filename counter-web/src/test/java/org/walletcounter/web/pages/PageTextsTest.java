package org.walletcounter.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The till, the customer's pages and the receipt say everything in both languages, the phone keeps what it needs, and amounts
 * have the server's decimals.
 */
class PageTextsTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern ENTRY = Pattern.compile("(?m)^  \"?([\\w.-]+)\"?: \"");
    private static final Pattern OFFERED = Pattern.compile("(?m)^  \"offers\\.(?:enter|example)\": \"(.+)\",$");
    private static final Pattern USE = Pattern.compile("\\bt\\(\"([\\w.-]+)\"");
    private static final Pattern KEPT = Pattern.compile("(?m)^  \"(/[^\"]+)\",$");
    private static final Pattern DECIMALS = Pattern.compile("(?m)^  (\\d): \"([A-Z ]+)\",$");
    private static final int USUAL_DECIMALS = 2;

    @ParameterizedTest
    @CsvSource({"till,till", "me,me", "receipt,r"})
    void every_text_is_there_in_both_languages(String page, String folder) throws IOException {
        Set<String> english = found(ENTRY, texts(page, "en"));
        assertThat(found(ENTRY, texts(page, "zh"))).isEqualTo(english).isNotEmpty();
        assertThat(found(USE, scripts(folder)))
                .isNotEmpty()
                .allMatch(key -> english.contains(key) || english.contains(key + ".other"));
    }

    /** The server takes no card and no member's number there. */
    @ParameterizedTest
    @CsvSource({"en, payment code, card", "zh, 付款码, 卡"})
    void the_till_asks_who_buys_by_what_the_server_takes(String language, String asked, String refused)
            throws IOException {
        List<String> told = OFFERED.matcher(Files.readString(texts("till", language)))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(told)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).containsIgnoringCase(asked).doesNotContainIgnoringCase(refused));
    }

    @Test
    void the_phone_keeps_every_file_it_needs_without_a_network() throws IOException {
        Set<String> kept = found(KEPT, Files.readString(WEBAPP.resolve("me/sw.js")));
        Set<String> own = new TreeSet<>(kept);
        own.removeIf(path -> !path.startsWith("/me/") || path.equals("/me/"));
        Set<String> there = files("me").collect(Collectors.toCollection(TreeSet::new));
        there.removeAll(Set.of("/me/index.html", "/me/sw.js"));
        assertThat(own).isEqualTo(there);
        assertThat(kept)
                .filteredOn(path -> !path.endsWith("/"))
                .allMatch(path -> Files.exists(WEBAPP.resolve("." + path)));
    }

    @Test
    void amounts_have_the_decimals_that_the_server_counts_by() throws IOException {
        Map<String, Integer> listed = DECIMALS.matcher(Files.readString(WEBAPP.resolve("assets/js/money.js")))
                .results()
                .flatMap(line -> Pattern.compile(" ")
                        .splitAsStream(line.group(2))
                        .map(code -> Map.entry(code, Integer.valueOf(line.group(1)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, Integer> unusual = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .filter(currency -> currency.getDefaultFractionDigits() != USUAL_DECIMALS)
                .collect(Collectors.toMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));
        assertThat(listed).containsExactlyInAnyOrderEntriesOf(unusual);
    }

    @Test
    void no_script_asks_the_browser_for_the_decimals_of_a_currency() throws IOException {
        try (Stream<Path> paths = Files.walk(WEBAPP)) {
            for (Path script :
                    paths.filter(path -> path.toString().endsWith(".js")).toList()) {
                assertThat(Files.readString(script)).as(script.toString()).doesNotContain("resolvedOptions");
            }
        }
    }

    private static Path texts(String page, String language) {
        return WEBAPP.resolve("assets/i18n/" + page + "-" + language + ".js");
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        return found(pattern, Files.readString(file));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String scripts(String folder) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String path : files(folder).filter(name -> name.endsWith(".js")).toList()) {
            all.append(Files.readString(WEBAPP.resolve("." + path)));
        }
        return all.toString();
    }

    private static Stream<String> files(String folder) throws IOException {
        try (Stream<Path> paths = Files.list(WEBAPP.resolve(folder))) {
            return paths.map(path -> "/" + folder + "/" + path.getFileName()).toList().stream();
        }
    }
}
