package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.testing.TestDatabase;

/** What goes to PostgreSQL in {@link Rows} is what comes back. */
class RowsTest {

    private static final List<String> TYPES =
            List.of("uuid", "int2", "int4", "int8", "bool", "date", "timestamptz", "bytea", "text");

    /** A value of each type, or null. */
    record Values(
            @Nullable UUID uuid,
            @Nullable Short int2,
            @Nullable Integer int4,
            @Nullable Long int8,
            @Nullable Boolean bool,
            @Nullable LocalDate date,
            @Nullable Instant time,
            @Nullable String hex,
            @Nullable String text) {

        @Nullable
        Object[] row() {
            byte[] bytes = hex == null ? null : HexFormat.of().parseHex(hex);
            return new Object[] {uuid, int2, int4, int8, bool, date, time, bytes, text};
        }

        static Values read(ResultSet row) throws SQLException {
            OffsetDateTime time = row.getObject(7, OffsetDateTime.class);
            byte[] bytes = row.getBytes(8);
            return new Values(
                    row.getObject(1, UUID.class),
                    row.getObject(2) == null ? null : row.getShort(2),
                    row.getObject(3, Integer.class),
                    row.getObject(4, Long.class),
                    row.getObject(5, Boolean.class),
                    row.getObject(6, LocalDate.class),
                    time == null ? null : time.toInstant(),
                    bytes == null ? null : HexFormat.of().formatHex(bytes),
                    row.getString(9));
        }

        /** PostgreSQL knows microseconds. */
        Values kept() {
            Instant kept = time == null ? null : time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
            return new Values(uuid, int2, int4, int8, bool, date, kept, hex, text);
        }
    }

    @Property(tries = 200)
    void come_back_as_they_went(@ForAll("values") @Size(min = 1, max = 30) List<Values> values) throws SQLException {
        Rows rows = new Rows(TYPES);
        values.forEach(each -> rows.add(each.row()));
        assertThat(rows.size()).isEqualTo(values.size());
        assertThat(unnested(rows)).isEqualTo(values.stream().map(Values::kept).toList());
    }

    @Test
    void no_rows_are_no_rows() throws SQLException {
        assertThat(unnested(new Rows(TYPES))).isEmpty();
    }

    @Test
    void what_does_not_fit_is_refused_and_not_cut() {
        assertThatThrownBy(() -> new Rows("int2").add(40_000)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Rows("int4").add(3_000_000_000L)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Rows("uuid").add("no uuid")).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> new Rows("box")).hasMessageContaining("box");
    }

    private static List<Values> unnested(Rows rows) throws SQLException {
        List<Values> back = new ArrayList<>();
        try (Connection connection = TestDatabase.shared().app().getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT * FROM " + rows.unnest())) {
            int place = 0;
            for (Array array : rows.arrays(connection)) {
                select.setArray(++place, array);
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    back.add(Values.read(result));
                }
            }
        }
        return back;
    }

    @Provide
    Arbitrary<List<Values>> values() {
        Arbitrary<Long> any = Arbitraries.longs();
        Arbitrary<Instant> times = Combinators.combine(
                        Arbitraries.longs().between(-2_200_000_000L, 7_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        Arbitrary<LocalDate> dates =
                Arbitraries.longs().between(-30_000, 80_000).map(LocalDate::ofEpochDay);
        Arbitrary<String> hex = Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(600)
                .map(bytes -> HexFormat.of().formatHex(bytes));
        Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(60).filter(RowsTest::isWhole);
        return Combinators.combine(
                        Combinators.combine(any, any).as(UUID::new).injectNull(0.1),
                        Arbitraries.shorts().injectNull(0.1),
                        Arbitraries.integers().injectNull(0.1),
                        any.injectNull(0.1),
                        Arbitraries.of(true, false).injectNull(0.1),
                        dates.injectNull(0.1),
                        times.injectNull(0.1))
                .flatAs((uuid, int2, int4, int8, bool, date, time) -> Combinators.combine(
                                hex.injectNull(0.1), texts.injectNull(0.1))
                        .as((bytes, text) -> new Values(uuid, int2, int4, int8, bool, date, time, bytes, text)))
                .list();
    }

    /** PostgreSQL keeps no NUL, and half a pair of surrogates is no text. */
    private static boolean isWhole(String text) {
        return text.indexOf(0) < 0 && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
