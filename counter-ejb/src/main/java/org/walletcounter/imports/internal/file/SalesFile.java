package org.walletcounter.imports.internal.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Csv;

/**
 * A file of sales history, read line by line: CSV in UTF-8, plain or gzipped, with the columns of the Online Retail set in
 * their order. What does not fit the format is refused with the line. Not thread-safe; close it.
 */
public final class SalesFile implements Closeable {

    /** The file's heading, word by word. */
    static final List<String> HEADING = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._:-]{1,40}");
    private static final Pattern CODE = Pattern.compile("\\S.{0,39}");
    private static final Pattern QUANTITY = Pattern.compile("-?\\d{1,7}");
    private static final Pattern PRICE = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern CUSTOMER = Pattern.compile("[A-Za-z0-9-]{1,32}(\\.0)?");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);
    private static final int LONGEST = 200;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private final Csv records;
    private final Closeable source;

    private SalesFile(Csv records, Closeable source) {
        this.records = records;
        this.source = source;
    }

    /** Opens a file that was read to its end before, and reads its heading. */
    public static SalesFile open(Path path) throws IOException {
        return open(path, Long.MAX_VALUE);
    }

    /** Opens a file that may hold so many bytes, if it is packed, when it is not any more. Reads its heading. */
    static SalesFile open(Path path, long most) throws IOException {
        InputStream bytes = unpacked(new BufferedInputStream(Files.newInputStream(path), 1 << 16), most);
        try {
            Csv records = Csv.of(
                    new InputStreamReader(
                            bytes,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    Misread::of);
            SalesFile file = new SalesFile(records, bytes);
            List<String> heading = file.record();
            if (heading == null || !HEADING.equals(withoutMark(heading))) {
                String found = heading == null ? "" : String.join(",", heading);
                throw Misread.of(1, 0, found, String.join(",", HEADING));
            }
            return file;
        } catch (IOException | RuntimeException refused) {
            bytes.close();
            throw refused;
        }
    }

    /** The next line, or null at the end. */
    @Nullable
    public FileLine next() throws IOException {
        List<String> fields = record();
        if (fields == null) {
            return null;
        }
        int line = records.line();
        if (fields.size() != HEADING.size()) {
            throw Misread.of(line, 0, Integer.toString(fields.size()) + " ×", HEADING.size() + " ×");
        }
        String customer = checked(fields, 6, fields.get(6).isBlank() ? ANY : CUSTOMER, "17850");
        return new FileLine(
                line,
                checked(fields, 0, NUMBER, "536365, C536379"),
                checked(fields, 1, CODE, "85123A"),
                checked(fields, 2, ANY, "≤ " + LONGEST),
                Integer.parseInt(checked(fields, 3, QUANTITY, "6, -1")),
                moment(fields.get(4).strip()),
                new BigDecimal(checked(fields, 5, PRICE, "2.55")),
                customer.isEmpty() ? null : withoutDecimals(customer),
                checked(fields, 7, ANY, "≤ " + LONGEST));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private @Nullable List<String> record() throws IOException {
        try {
            return records.next();
        } catch (CharacterCodingException notUtf8) {
            throw Misread.of(records.line(), 0, "�", "UTF-8");
        } catch (ZipException | java.io.EOFException damaged) {
            throw Misread.of(records.line(), 0, String.valueOf(damaged.getMessage()), "gzip");
        }
    }

    /** A field without the blanks around it: a product's code, which it may become, has none. */
    private String checked(List<String> fields, int column, Pattern form, String expected) {
        String text = fields.get(column).strip();
        if (text.indexOf('\0') >= 0) {
            throw Misread.named(records.line(), HEADING.get(column), text, "≠ " + Misread.NUL_SHOWN);
        }
        if (text.length() > LONGEST || !form.matcher(text).matches()) {
            throw Misread.named(records.line(), HEADING.get(column), text, expected);
        }
        return text;
    }

    private LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text, AT);
        } catch (DateTimeParseException wrong) {
            throw Misread.named(records.line(), HEADING.get(4), text, "2010-12-01 08:26:00");
        }
    }

    /** The set was once a table of decimal numbers; its customers are called "17850.0". */
    private static String withoutDecimals(String customer) {
        return customer.endsWith(".0") ? customer.substring(0, customer.length() - 2) : customer;
    }

    private static List<String> withoutMark(List<String> heading) {
        String first = heading.get(0);
        if (!first.startsWith("\uFEFF")) {
            return heading;
        }
        List<String> clean = new java.util.ArrayList<>(heading);
        clean.set(0, first.substring(1));
        return clean;
    }

    private static InputStream unpacked(BufferedInputStream bytes, long most) throws IOException {
        bytes.mark(2);
        boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        try {
            return packed ? new Unpacked(new GZIPInputStream(bytes, 1 << 16), most) : bytes;
        } catch (IOException damaged) {
            bytes.close();
            throw Misread.of(1, 0, String.valueOf(damaged.getMessage()), "gzip");
        }
    }
}
