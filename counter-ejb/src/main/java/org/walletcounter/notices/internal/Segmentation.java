package org.walletcounter.notices.internal;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a text into what SMS can carry. Text of the letters that the GSM alphabet and ASCII share goes as it is, 160 to a
 * message; all other text goes as UCS-2, 70 to a message. Longer texts go in segments with a header that holds them
 * together.
 */
final class Segmentation {

    private static final Pattern SHARED = Pattern.compile("[A-Za-z0-9 \\r\\n!\"#%&'()*+,\\-./:;<=>?]*");
    private static final int HEADER = 6;
    private static final int OCTETS = 140;
    private static final int PLAIN_SINGLE = 160;
    private static final int PLAIN_PART = 153;

    private Segmentation() {}

    static Message of(String text, int reference) {
        boolean plain = SHARED.matcher(text).matches();
        Charset charset = plain ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE;
        int single = plain ? PLAIN_SINGLE : OCTETS;
        int part = plain ? PLAIN_PART : OCTETS - HEADER;
        byte[] whole = text.getBytes(charset);
        if (whole.length <= single) {
            return new Message(!plain, List.of(whole));
        }
        return new Message(!plain, parts(whole, part, !plain, reference));
    }

    private static List<byte[]> parts(byte[] whole, int most, boolean wide, int reference) {
        List<byte[]> bodies = new ArrayList<>();
        int from = 0;
        while (from < whole.length) {
            int to = Math.min(whole.length, from + most);
            boolean torn = wide && to < whole.length && (whole[to - 2] & 0xFC) == 0xD8;
            to = torn ? to - 2 : to;
            bodies.add(java.util.Arrays.copyOfRange(whole, from, to));
            from = to;
        }
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            byte[] body = bodies.get(i);
            parts.add(ByteBuffer.allocate(HEADER + body.length)
                    .put(new byte[] {5, 0, 3, (byte) reference, (byte) bodies.size(), (byte) (i + 1)})
                    .put(body)
                    .array());
        }
        return parts;
    }

    /**
     * A text ready to be submitted.
     *
     * @param wide whether it is in UCS-2
     * @param segments with their headers, where there are several
     */
    record Message(boolean wide, List<byte[]> segments) {}
}
