package org.walletcounter.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.bean.SubmitSm;

/** Reads what messages say, and puts those together that came in segments with a header of 8-bit references. */
final class Segments {

    private static final int HEADER = 6;
    private static final int UCS2 = 8;

    private final Map<String, SortedMap<Integer, String>> open = new ConcurrentHashMap<>();

    /** The whole message, once its last segment is here. */
    Optional<Whole> add(SubmitSm message) {
        byte[] bytes = message.getShortMessage();
        if (!message.isUdhi() || bytes.length < HEADER || bytes[1] != 0) {
            return Optional.of(new Whole(text(message, bytes), 1));
        }
        int parts = bytes[4] & 0xFF;
        String reference = message.getDestAddress() + "/" + (bytes[3] & 0xFF) + "/" + parts;
        SortedMap<Integer, String> sofar = open.computeIfAbsent(reference, first -> new TreeMap<>());
        synchronized (sofar) {
            sofar.put(bytes[5] & 0xFF, text(message, Arrays.copyOfRange(bytes, HEADER, bytes.length)));
            if (sofar.size() < parts) {
                return Optional.empty();
            }
            open.remove(reference);
            return Optional.of(new Whole(String.join("", sofar.values()), parts));
        }
    }

    private static String text(SubmitSm message, byte[] bytes) {
        return new String(
                bytes, message.getDataCoding() == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    /** A message as a phone would show it. */
    record Whole(String text, int parts) {}
}
