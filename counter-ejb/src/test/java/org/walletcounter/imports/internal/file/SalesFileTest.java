package org.walletcounter.imports.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.walletcounter.imports.ImportError;
import org.walletcounter.kernel.CounterException;

class SalesFileTest {

    private static final String HEADING = String.join(",", SalesFile.HEADING);
    private static final String GOOD =
            "536365,85123A,\"HOLDER, WHITE \",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom";

    @TempDir
    Path folder;

    @Test
    void aLineIsReadWithItsNumberAndWithoutTheDecimalsOfItsCustomer() throws IOException {
        FileLine line = new FileLine(
                2,
                "536365",
                "85123A",
                "HOLDER, WHITE",
                6,
                LocalDateTime.of(2010, 12, 1, 8, 26),
                new BigDecimal("2.55"),
                "17850",
                "United Kingdom");
        try (SalesFile file = SalesFile.open(written(HEADING + "\n" + GOOD + "\n"))) {
            assertThat(file.next()).isEqualTo(line);
            assertThat(file.next()).isNull();
        }
    }

    @Test
    void aGzippedFileIsReadLikeAPlainOne() throws IOException {
        Path packed = packed(HEADING + "\n" + GOOD);
        assertThat(FileSurvey.of(packed).figures().lines()).isEqualTo(1);
    }

    /** A megabyte of one letter is a thousand bytes when it is packed. */
    @Test
    void aPackedFileIsRefusedWhenItHoldsMoreThanItMay() throws IOException {
        String lines = HEADING + "\n" + (GOOD + "\n").repeat(1_000);
        Path packed = packed(lines);
        long size = lines.getBytes(StandardCharsets.UTF_8).length;
        assertThat(FileSurvey.of(packed, size).figures().lines()).isEqualTo(1_000);
        assertThatThrownBy(() -> FileSurvey.of(packed, size - 1))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(ImportError.FILE_INVALID));
        Path plain = written(lines);
        assertThat(FileSurvey.of(plain, 1).figures().lines()).isEqualTo(1_000);
    }

    @Test
    void aLineWithoutEndInAPackedFileIsRefusedAsMalformed() throws IOException {
        Path packed = packed(HEADING + "\n" + "x".repeat(1 << 20));
        assertThatThrownBy(() -> FileSurvey.of(packed)).isInstanceOfSatisfying(CounterException.class, refusal -> {
            assertThat(refusal.error()).isEqualTo(ImportError.FILE_INVALID);
            assertThat(refusal.arguments()).first().isEqualTo("2");
        });
    }

    @Test
    void aMarkAtTheBeginningIsNoPartOfTheHeading() throws IOException {
        Path file = written("\uFEFF" + HEADING + "\r\n" + GOOD + "\r\n");
        assertThat(FileSurvey.of(file).figures().lines()).isEqualTo(1);
    }

    private Path packed(String text) throws IOException {
        Path packed = Files.createTempFile(folder, "sales", ".csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    536365,85123A,X,6,2010-12-01 08:26:00,2.55,17850.0            | —
                    536365,85123A,X,six,2010-12-01 08:26:00,2.55,17850.0,UK       | Quantity
                    536365,85123A,X,6,2010-12-01,2.55,17850.0,UK                  | InvoiceDate
                    536365,85123A,X,6,2010-02-30 08:26:00,2.55,17850.0,UK         | InvoiceDate
                    536365,85123A,X,6,2010-12-01 08:26:00,2.5.5,17850.0,UK        | UnitPrice
                    536365,85123A,X,6,2010-12-01 08:26:00,2.55,17 850,UK          | CustomerID
                    ,85123A,X,6,2010-12-01 08:26:00,2.55,17850.0,UK               | InvoiceNo
                    536365,,X,6,2010-12-01 08:26:00,2.55,17850.0,UK               | StockCode
                    536365,85123A,X,6,2010-11-30 08:26:00,2.55,17850.0,UK         | InvoiceDate
                    """)
    void aLineThatIsNotInTheFormatIsRefusedWithItsNumberAndColumn(String line, String column) throws IOException {
        refused(line, column);
    }

    @Test
    void aStockCodeIsReadWithoutTheBlanksAroundIt() throws IOException {
        String padded = GOOD.replace("85123A", "85123A ");
        try (SalesFile file = SalesFile.open(written(HEADING + "\n" + padded + "\n"))) {
            assertThat(file.next()).returns("85123A", FileLine::sku);
        }
    }

    /** Else it would be found when the lines are booked, where nobody can say which it was. */
    @ParameterizedTest
    @CsvSource({"1, StockCode", "2, Description", "7, Country"})
    void aLetterThatCannotBeKeptIsRefusedWithItsLineAndColumn(int field, String column) throws IOException {
        refused(with(field, "a\0b"), column);
    }

    /** A product's name is measured so, and an emoji is two long. */
    @Test
    void aTextThatIsTooLongForTheCatalogueIsRefusedWithItsLineAndColumn() throws IOException {
        refused(with(2, "🧸".repeat(101)), "Description");
    }

    private static String with(int field, String text) {
        List<String> fields =
                new ArrayList<>(List.of("536365", "85123A", "X", "6", "2010-12-01 08:26:00", "2.55", "17850.0", "UK"));
        fields.set(field, text);
        return String.join(",", fields);
    }

    private void refused(String line, String column) throws IOException {
        Path file = written(HEADING + "\n" + GOOD + "\n" + line);
        assertThatThrownBy(() -> FileSurvey.of(file)).isInstanceOfSatisfying(CounterException.class, refusal -> {
            assertThat(refusal.error()).isEqualTo(ImportError.FILE_INVALID);
            assertThat(refusal.arguments().subList(0, 2)).isEqualTo(List.of("3", column));
        });
    }

    @Test
    void aFileWithAnotherHeadingOrWithoutLinesIsRefused() throws IOException {
        for (String text : List.of("", "Invoice,StockCode\n", HEADING, "\u0000\u0001\u0002")) {
            Path file = written(text);
            assertThatThrownBy(() -> FileSurvey.of(file)).isInstanceOf(CounterException.class);
        }
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws IOException {
        Path file = folder.resolve("latin");
        Files.write(file, (HEADING + "\n" + GOOD.replace("WHITE", "£40")).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FileSurvey.of(file)).isInstanceOf(CounterException.class);
    }

    private Path written(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "sales", ".csv"), text);
    }
}
