package org.walletcounter.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every report's folder must hold, so that a forgotten file fails the build and not the reader. */
class ReportFoldersTest {

    private static final Path ROOT = Path.of("src/main/reports");
    private static final Path BUILT = Path.of("target/classes/reports");
    private static final Pattern RESOURCE = Pattern.compile("\\$R\\{([\\w.]+)}");
    private static final Pattern TYPEFACE = Pattern.compile("fontName=\"([^\"]*)\"");
    private static final Pattern CHART = Pattern.compile("kind=\"chart\"([^>]*)>");
    private static final String HOUSE = "customizerClass=\"org.walletcounter.reporting.internal.HouseChart\"";

    static Stream<Path> folders() throws IOException {
        return Files.list(ROOT).filter(Files::isDirectory).sorted();
    }

    @Test
    void thereAreReportsAndEachIsInTheIndex() throws IOException {
        List<String> codes =
                folders().map(folder -> folder.getFileName().toString()).toList();

        assertThat(codes).isNotEmpty();
        assertThat(Files.readAllLines(BUILT.resolve("index"))).isEqualTo(codes);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aFolderHasADefinitionATemplateAndTextsInBothLanguages(Path folder) {
        String code = folder.getFileName().toString();

        assertThat(folder)
                .isDirectoryContaining("glob:**/report.properties")
                .isDirectoryContaining("glob:**/" + code + ".jrxml")
                .isDirectoryContaining("glob:**/texts_en.properties")
                .isDirectoryContaining("glob:**/texts_zh.properties");
        assertThat(BUILT.resolve(code).resolve(code + ".jasper")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void aDefinitionNamesItsRolesFormatsAndQueries(Path folder) throws IOException {
        Properties definition = read(folder.resolve("report.properties"));

        assertThat(list(definition, "roles"))
                .isNotEmpty()
                .isSubsetOf("cashier", "manager", "analyst", "administrator", "member", "system");
        assertThat(list(definition, "formats")).isNotEmpty().isSubsetOf("PDF", "XLSX");
        assertThat(definition.getProperty("source")).isIn("sql", "wallet", "vouchers");
        assertThat(definition.getProperty("span")).isIn("day", "days", "month", "now");
        assertThat(definition.getProperty("grows", "no")).isIn("yes", "no");
        Set<String> named = Stream.of("facts", "sets", "rows")
                .flatMap(key -> list(definition, key).stream())
                .map(query -> query + ".sql")
                .collect(Collectors.toSet());
        assertThat(named(folder, ".sql")).isEqualTo(named);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bothLanguagesSayTheSameThingsAndEverythingTheTemplatesAskFor(Path folder) throws IOException {
        Set<String> english = read(folder.resolve("texts_en.properties")).stringPropertyNames();
        Set<String> chinese = read(folder.resolve("texts_zh.properties")).stringPropertyNames();

        assertThat(chinese).isEqualTo(english).contains("title");
        for (String template : named(folder, ".jrxml")) {
            assertThat(all(RESOURCE, folder.resolve(template))).as(template).isSubsetOf(english);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void templatesAreSetInTheTypefaceThatIsEmbedded(Path folder) throws IOException {
        for (String template : named(folder, ".jrxml")) {
            assertThat(all(TYPEFACE, folder.resolve(template))).as(template).containsOnly("Noto Sans SC");
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void chartsAreDrawnAsTheHouseDrawsThem(Path folder) throws IOException {
        for (String template : named(folder, ".jrxml")) {
            assertThat(all(CHART, folder.resolve(template))).as(template).allMatch(chart -> chart.contains(HOUSE));
        }
    }

    private static Set<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .collect(Collectors.toSet());
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<String> list(Properties properties, String key) {
        return Arrays.stream(properties.getProperty(key, "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
