package org.walletcounter.imports.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Csv;

class CsvRecordsTest {

    @Property
    void whatIsWrittenWithQuotesIsReadAsItWas(@ForAll("records") List<List<String>> records) throws IOException {
        String text = records.stream()
                .map(fields -> fields.stream().map(CsvRecordsTest::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        assertThat(all(text)).isEqualTo(records);
    }

    @Test
    void plainFieldsMayBeEmpty() throws IOException {
        assertThat(all("a,,c,\n,,,")).containsExactly(List.of("a", "", "c", ""), List.of("", "", "", ""));
    }

    @Test
    void aQuoteInTheMiddleIsRefusedWithItsLine() {
        assertThatThrownBy(() -> all("a,b\na,b\"c\""))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.arguments()).first().isEqualTo("2"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWithTheLineItBeginsOn() {
        assertThatThrownBy(() -> all("a\nb,\"c\nd\n"))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.arguments()).first().isEqualTo("2"));
    }

    @Test
    void linesEndAsTheirWriterEndsThem() throws IOException {
        String mixed = "a\r\nb\rc\n\"d\r\ne\"\r\n";
        assertThat(all(mixed)).containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d\ne"));
        assertThat(all("a\r\r\nb\n\n")).containsExactly(List.of("a"), List.of(""), List.of("b"), List.of(""));
    }

    /** The two letters of an end may come with two readings. */
    @Test
    void anEndOfTwoLettersIsOneEndWhereverItComes() throws IOException {
        String text = "a,b\r\n\"c\r\nd\",e\r\n";
        Reader slow = new StringReader(text) {
            @Override
            public int read(char[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(1, length));
            }
        };
        assertThat(all(slow)).containsExactly(List.of("a", "b"), List.of("c\nd", "e"));
    }

    /** Some hundred bytes of a packed file may be a line of gigabytes. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "\n", "\r"})
    void aRecordWithoutEndIsRefusedBeforeMuchOfItIsRead(String letter) {
        AtomicLong read = new AtomicLong();
        Reader endless = new Reader() {
            @Override
            public int read(char[] into, int from, int length) {
                Arrays.fill(into, from, from + length, letter.charAt(0));
                if (read.getAndAdd(length) == 0) {
                    into[from] = '"';
                }
                return length;
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
        assertThatThrownBy(() -> all(endless))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.arguments()).first().isEqualTo("1"));
        assertThat(read.get()).isLessThan(1_000_000);
    }

    @Test
    void aPlainRecordIsReadUpToTheLongestWhateverItsFields() throws IOException {
        String longest = "a".repeat(32_767) + "," + "b".repeat(32_768);
        assertThat(all(longest + "\n" + longest)).extracting(List::size).containsExactly(2, 2);
        assertThatThrownBy(() -> all("a\n" + longest + "b"))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.arguments()).first().isEqualTo("2"));
    }

    @Provide
    Arbitrary<List<List<String>>> records() {
        Arbitrary<String> field = Arbitraries.strings()
                .withChars('a', ',', '"', '\n', ' ', '£', '中')
                .ofMaxLength(8);
        return field.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(5);
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    private static List<List<String>> all(String text) throws IOException {
        return all(new StringReader(text));
    }

    private static List<List<String>> all(Reader text) throws IOException {
        Csv records = Csv.of(text, Misread::of);
        List<List<String>> all = new ArrayList<>();
        for (List<String> each = records.next(); each != null; each = records.next()) {
            all.add(each);
        }
        return all;
    }
}
