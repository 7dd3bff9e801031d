package org.walletcounter.members;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A payment code (付款码): 24 digits that a member's phone shows without a network, and shows for one time step only. They
 * are the prefix, the device's number (masked, so that two codes of a device look unrelated) and 43 bits of an
 * HMAC-SHA-256 over device and time step, in the manner of RFC 6238. The integrator guide gives the recipe with test
 * vectors. An even count of digits makes the shortest Code 128.
 *
 * @param device the number of the device that made it, not yet proved
 * @param mac what proves it: 13 decimal digits
 */
public record PaymentCode(long device, long mac) {

    /** What every code of ours begins with: no number range of the big wallets (10-15, 25-30, 62). */
    public static final String PREFIX = "80";

    /** How long one code is shown. */
    public static final int STEP_SECONDS = 30;

    private static final long DEVICES = 1_000_000_000L;
    private static final long MACS = 10_000_000_000_000L;
    private static final int DEVICE_END = 11;
    private static final int LENGTH = 24;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{22}");

    /** Refuses numbers that do not fit the digits. */
    public PaymentCode {
        if (device < 0 || device >= DEVICES || mac < 0 || mac >= MACS) {
            throw new IllegalArgumentException("A payment code has a device of 9 digits and a MAC of 13.");
        }
    }

    /** The time step a moment belongs to. */
    public static long stepAt(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a device in a time step. */
    public static PaymentCode of(long device, byte[] secret, long step) {
        byte[] message = ("WC1:" + device + ":" + step).getBytes(StandardCharsets.US_ASCII);
        long head = ByteBuffer.wrap(hmac(secret, message)).getLong();
        return new PaymentCode(device, Long.remainderUnsigned(head, MACS));
    }

    /** Reads what was scanned or typed; blanks and hyphens do not matter. Empty if it is not one of our codes. */
    public static Optional<PaymentCode> parse(String shown) {
        if (shown.length() < LENGTH) {
            return Optional.empty();
        }
        String digits = shown.replaceAll("[\\s-]", "");
        if (!FORM.matcher(digits).matches()) {
            return Optional.empty();
        }
        long mac = Long.parseLong(digits.substring(DEVICE_END));
        long masked = Long.parseLong(digits.substring(PREFIX.length(), DEVICE_END));
        return Optional.of(new PaymentCode(Math.floorMod(masked - mask(mac), DEVICES), mac));
    }

    /** Whether the device with this secret made this code in this time step. Takes the same time either way. */
    public boolean isOf(byte[] secret, long step) {
        long expected = of(device, secret, step).mac;
        return MessageDigest.isEqual(bytes(expected), bytes(mac));
    }

    /** The 24 digits. */
    public String digits() {
        return PREFIX + padded(Math.floorMod(device + mask(mac), DEVICES), 9) + padded(mac, 13);
    }

    /** Names the device only: the digits are worth money. */
    @Override
    public String toString() {
        return "PaymentCode of device " + device;
    }

    private static long mask(long mac) {
        byte[] hash = sha256(padded(mac, 13).getBytes(StandardCharsets.US_ASCII));
        return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) % DEVICES;
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256.", impossible);
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
