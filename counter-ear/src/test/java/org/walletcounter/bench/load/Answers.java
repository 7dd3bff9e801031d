package org.walletcounter.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads HTTP/1.1 answers from a buffer, just as much of HTTP as the counter answers with. */
final class Answers {

    private static final int STATUS_AT = 9;
    private static final String CHUNKED = "transfer-encoding: chunked";

    private Answers() {}

    /**
     * An answer.
     *
     * @param length how many bytes of the buffer it takes
     */
    record Answer(int status, int length, String head, String body) {

        /** Whether a refusal says when to come back. */
        boolean saysWhenToComeBack() {
            return head.contains("retry-after:");
        }
    }

    /** The first answer in the buffer's bytes from 0 to its position, or null when it is not whole yet. */
    static @org.jspecify.annotations.Nullable Answer read(ByteBuffer buffer) {
        byte[] bytes = buffer.array();
        int end = buffer.position();
        int bodyAt = Http.bodyAt(bytes, end);
        if (bodyAt == Http.NOT_WHOLE) {
            return null;
        }
        int status = (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + (bytes[STATUS_AT + 2] - '0');
        String head = Http.head(bytes, bodyAt);
        int whole = head.contains(CHUNKED) ? chunksEnd(bytes, bodyAt, end) : bodyAt + Http.bodyLength(head);
        if (whole == Http.NOT_WHOLE || whole > end) {
            return null;
        }
        boolean fine = status / 100 == 2;
        String body = fine ? "" : new String(bytes, bodyAt, whole - bodyAt, StandardCharsets.UTF_8);
        return new Answer(status, whole, head, body);
    }

    private static int chunksEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            int size = 0;
            int digit = at;
            while (digit < end && bytes[digit] != '\r') {
                size = size * 16 + Character.digit(bytes[digit], 16);
                digit++;
            }
            int next = digit + 2 + size + 2;
            if (digit >= end || next > end) {
                return Http.NOT_WHOLE;
            }
            if (size == 0) {
                return next;
            }
            at = next;
        }
        return Http.NOT_WHOLE;
    }
}
