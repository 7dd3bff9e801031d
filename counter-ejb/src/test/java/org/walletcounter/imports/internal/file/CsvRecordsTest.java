package org.walletcounter.imports.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
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
        Csv records = Csv.of(new StringReader(text), Misread::of);
        List<List<String>> all = new ArrayList<>();
        for (List<String> each = records.next(); each != null; each = records.next()) {
            all.add(each);
        }
        return all;
    }
}
