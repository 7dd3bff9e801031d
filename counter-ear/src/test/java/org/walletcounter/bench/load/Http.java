package org.walletcounter.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where a message of HTTP/1.1 ends that says how long it is. */
final class Http {

    /** Of what has not come to its end. */
    static final int NOT_WHOLE = -1;

    private static final String LENGTH = "content-length:";

    private Http() {}

    /** How many bytes of the buffer its first message takes. */
    static int length(ByteBuffer buffer) {
        int bodyAt = bodyAt(buffer.array(), buffer.position());
        if (bodyAt == NOT_WHOLE) {
            return NOT_WHOLE;
        }
        int whole = bodyAt + bodyLength(head(buffer.array(), bodyAt));
        return whole > buffer.position() ? NOT_WHOLE : whole;
    }

    /** Where the body begins. */
    static int bodyAt(byte[] bytes, int end) {
        for (int i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return NOT_WHOLE;
    }

    /** All before the body, in small letters. */
    static String head(byte[] bytes, int bodyAt) {
        return new String(bytes, 0, bodyAt, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    /** How long the body is by its head. */
    static int bodyLength(String head) {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int from = at + LENGTH.length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
    }
}
