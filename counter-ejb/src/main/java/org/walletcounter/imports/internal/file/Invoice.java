package org.walletcounter.imports.internal.file;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one number on one day of the file: a sale, a cancellation or an entry of the accounts. Its first line says
 * when, who and where; in the known data all lines of a number agree in that.
 *
 * @param lines at least one, in the file's order
 */
public record Invoice(String number, List<FileLine> lines) {

    /** Whether it takes back what was sold: its number begins with C. */
    public boolean cancellation() {
        return cancellation(number);
    }

    public static boolean cancellation(String number) {
        return number.startsWith("C");
    }

    /** Whether it is an entry of the accounts about money owed: its number begins with A. */
    public boolean accountsEntry() {
        return number.startsWith("A");
    }

    public LocalDateTime at() {
        return lines.get(0).at();
    }

    public LocalDate day() {
        return at().toLocalDate();
    }

    @Nullable
    public String customer() {
        return lines.get(0).customer();
    }

    public String country() {
        return lines.get(0).country();
    }

    /** Sum of quantity times price, exact. */
    public BigDecimal value() {
        return lines.stream().map(FileLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The SHA-256 over its lines: the same invoice in another file has the same. */
    public byte[] contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (FileLine line : lines) {
                digest.update(line.canonical().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
