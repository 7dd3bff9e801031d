package org.walletcounter.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Files of sales history for tests: the real days that ship with the application, with numbers and days of their own. */
public final class HistoryFile {

    private static final String SLICE =
            "/org/walletcounter/imports/internal/founding/online-retail-2010-12-01-to-05.csv.gz";

    private HistoryFile() {}

    /** So many copies of the days, a week apart, whose invoice numbers end with a mark and the number of the copy. */
    public static byte[] copies(int copies, String mark) throws IOException {
        return copies(copies, mark, 0);
    }

    /** The same, the first of them so many weeks after the days themselves. */
    public static byte[] copies(int copies, String mark, int firstWeek) throws IOException {
        List<String> lines = slice();
        StringBuilder file = new StringBuilder(lines.get(0)).append('\n');
        for (int copy = 0; copy < copies; copy++) {
            for (String line : lines.subList(1, lines.size())) {
                file.append(moved(line, mark + copy, firstWeek + copy)).append('\n');
            }
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The date is the only field of its form, so a quoted comma before it does no harm. */
    private static String moved(String line, String mark, int weeks) {
        int comma = line.indexOf(',');
        int date = line.indexOf(",2010-12-0", comma) + 1;
        String day = line.substring(date, date + "2010-12-01".length());
        return line.substring(0, comma)
                + mark
                + line.substring(comma, date)
                + LocalDate.parse(day).plusWeeks(weeks)
                + line.substring(date + day.length());
    }

    private static List<String> slice() throws IOException {
        try (InputStream packed = Objects.requireNonNull(HistoryFile.class.getResourceAsStream(SLICE));
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.toList());
        }
    }
}
