package org.walletcounter.ledger.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * A column of {@link Rows}: an array in the binary form of PostgreSQL, written value by value, so that neither side makes
 * text of it and reads it again. The form is that of {@code array_recv}: how many dimensions, whether there are nulls, the
 * type, length and lower bound, then each value behind its length in bytes, -1 for null; all numbers big-endian. Not
 * thread-safe.
 */
final class Column {

    private static final int HEADER = 5 * Integer.BYTES;
    private static final int HEADER_OF_NOTHING = 3 * Integer.BYTES;
    private static final int ROOM_AT_FIRST = 256;
    private static final int NULL = -1;

    /** PostgreSQL counts days and microseconds from 1 January 2000, which is that many days after 1 January 1970. */
    private static final long EPOCH_DAY = 10_957;

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long MICROS_OF_A_SECOND = 1_000_000;

    private static final Map<String, Type> TYPES = Map.of(
            "uuid", new Type(Oid.UUID, Oid.UUID_ARRAY, (value, to) -> to.put((UUID) value)),
            "int2", new Type(Oid.INT2, Oid.INT2_ARRAY, (value, to) -> to.put(shortOf(value))),
            "int4", new Type(Oid.INT4, Oid.INT4_ARRAY, (value, to) -> to.put(Math.toIntExact(longOf(value)))),
            "int8", new Type(Oid.INT8, Oid.INT8_ARRAY, (value, to) -> to.put(longOf(value))),
            "bool", new Type(Oid.BOOL, Oid.BOOL_ARRAY, (value, to) -> to.put((Boolean) value)),
            "date", new Type(Oid.DATE, Oid.DATE_ARRAY, (value, to) -> to.put(daysOf((LocalDate) value))),
            "timestamptz",
                    new Type(Oid.TIMESTAMPTZ, Oid.TIMESTAMPTZ_ARRAY, (value, to) -> to.put(microsOf((Instant) value))),
            "bytea", new Type(Oid.BYTEA, Oid.BYTEA_ARRAY, (value, to) -> to.put((byte[]) value)),
            "text",
                    new Type(
                            Oid.TEXT,
                            Oid.TEXT_ARRAY,
                            (value, to) -> to.put(value.toString().getBytes(StandardCharsets.UTF_8))));

    private final Type type;
    private ByteBuffer bytes = ByteBuffer.allocate(ROOM_AT_FIRST).position(HEADER);
    private int length;
    private boolean nulls;

    private Column(Type type) {
        this.type = type;
    }

    /** An empty column of a PostgreSQL type. */
    static Column of(String type) {
        return new Column(Objects.requireNonNull(TYPES.get(type), type));
    }

    /** Adds a value of the Java type that stands for the column's: for text anything, by its {@code toString}. */
    void add(@Nullable Object value) {
        length++;
        if (value == null) {
            nulls = true;
            room(Integer.BYTES).putInt(NULL);
        } else {
            type.writer.write(value, this);
        }
    }

    /** All that was added, for a statement of this connection. */
    Array array(Connection connection) throws SQLException {
        bytes.putInt(0, length == 0 ? 0 : 1)
                .putInt(Integer.BYTES, nulls ? 1 : 0)
                .putInt(2 * Integer.BYTES, type.oid)
                .putInt(3 * Integer.BYTES, length)
                .putInt(4 * Integer.BYTES, 1);
        int end = length == 0 ? HEADER_OF_NOTHING : bytes.position();
        return new PgArray(connection.unwrap(BaseConnection.class), type.arrayOid, Arrays.copyOf(bytes.array(), end));
    }

    private void put(UUID value) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
    }

    private void put(short value) {
        room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort(value);
    }

    private void put(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    }

    private void put(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    }

    private void put(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
    }

    private void put(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int capacity = Math.max(2 * bytes.capacity(), bytes.position() + more);
            bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
        }
        return bytes;
    }

    private static long longOf(Object value) {
        return ((Number) value).longValue();
    }

    private static short shortOf(Object value) {
        long number = longOf(value);
        if (number != (short) number) {
            throw new ArithmeticException("No int2: " + number);
        }
        return (short) number;
    }

    private static int daysOf(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - EPOCH_DAY);
    }

    /** Rounded to the nearest microsecond, as PostgreSQL rounds text. */
    private static long microsOf(Instant time) {
        long seconds = time.getEpochSecond() - EPOCH_DAY * SECONDS_OF_A_DAY;
        return Math.addExact(Math.multiplyExact(seconds, MICROS_OF_A_SECOND), (time.getNano() + 500) / 1000);
    }

    @FunctionalInterface
    private interface Writer {
        void write(Object value, Column to);
    }

    private record Type(int oid, int arrayOid, Writer writer) {}
}
