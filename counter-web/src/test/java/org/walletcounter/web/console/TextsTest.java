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
import java.util.Locale;
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
import org.walletcounter.promotions.CampaignView;

class TextsTest {

    /** Accounts are opened by their merchant, campaign or member, and their kind. */
    private static final Pattern ACCOUNT =
            Pattern.compile("\\b(?:free|constrained|floored|house)\\(\\s*[\\w.()]+,\\s*\"([a-z-]+)\"");

    private static final Pattern ASKED_FOR = Pattern.compile("\\bt\\['([\\w.-]+)'\\]|show\\.text\\('([\\w.-]+)'");
    private static final Pattern ACT = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");
    private static final Pattern ACT_ON_MEMBER = Pattern.compile("announcing\\.act\\(\\w+, \"([a-z-]+\\.[a-z-]+)\"");
    private static final Pattern SUBJECT =
            Pattern.compile("new PrivilegedAct\\(\\s*\\w+,\\s*(?:\"[^\"]*\"[^\",]*|[^\",]+),\\s*\"([a-z-]+):?\"");

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

    @Test
    void every_act_and_every_subject_of_the_audit_trail_has_a_name() throws IOException {
        Set<String> asked = new TreeSet<>(
                Set.of("subject.staff", "subject.key", "subject.store", "subject.till", "subject.system"));
        Set.of("frozen", "thawed", "closed").forEach(done -> asked.add("act.member." + done));
        Stream.of(CampaignView.Act.values())
                .map(act -> act.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(act -> asked.add("act.promotion." + act));
        try (Stream<Path> files = Files.walk(Path.of("../counter-ejb/src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> asked.addAll(actsAndSubjects(file)));
        }
        assertThat(asked).hasSizeGreaterThan(50).contains("act.member.birthday", "act.till.saved", "subject.draw");
        assertThat(texts("names").stringPropertyNames()).containsAll(asked);
    }

    @Test
    void every_kind_of_account_that_is_opened_has_a_name() throws IOException {
        Set<String> opened = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("../counter-ejb/src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> ACCOUNT.matcher(read(file))
                            .results()
                            .forEach(kind -> opened.add("account-kind." + kind.group(1))));
        }
        assertThat(opened)
                .hasSizeGreaterThan(30)
                .contains("account-kind.revenue", "account-kind.points-issued", "account-kind.budget-spent");
        assertThat(texts("names").stringPropertyNames()).containsAll(opened);
    }

    /** Where acts are told of, what has a dot is one; members' are told of through a door of their own. */
    private static Set<String> actsAndSubjects(Path source) {
        String text = read(source);
        Set<String> found = new TreeSet<>();
        ACT_ON_MEMBER.matcher(text).results().forEach(act -> found.add("act." + act.group(1)));
        if (text.contains("new PrivilegedAct(")) {
            ACT.matcher(text).results().forEach(act -> found.add("act." + act.group(1)));
            SUBJECT.matcher(text).results().forEach(subject -> found.add("subject." + subject.group(1)));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> askedFor(Path page) {
        return ASKED_FOR.matcher(read(page)).results().map(TextsTest::key).collect(Collectors.toSet());
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
