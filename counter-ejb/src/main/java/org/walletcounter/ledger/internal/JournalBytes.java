package org.walletcounter.ledger.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Posting;

/**
 * A journal's canonical bytes and their SHA-256. Every field stands in a fixed order; texts and lists are led by their
 * length, so that no two journals share their bytes. A change here would unmake the hashes of the books: make a new form
 * with a new version byte instead.
 */
final class JournalBytes {

    private static final int VERSION = 1;

    /** The form of a journal that takes back what was given: the version is what says so. */
    private static final int RECOVERING = 2;

    private JournalBytes() {}

    static byte[] hash(Journal journal) {
        return sha256(of(journal));
    }

    static byte[] of(Journal journal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(journal.facts().recovers() ? RECOVERING : VERSION);
            write(out, journal.id());
            write(out, journal.kind());
            write(out, journal.scope());
            write(out, journal.facts());
            out.writeInt(journal.postings().size());
            for (Posting posting : journal.postings()) {
                out.writeLong(posting.account().value());
                out.writeLong(posting.amount());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** A moment as PostgreSQL keeps it: to the microsecond. */
    static Instant kept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static void write(DataOutputStream out, Journal.Scope scope) throws IOException {
        write(out, scope.merchantId());
        write(out, scope.storeId());
        write(out, scope.tillId());
        write(out, scope.actor());
        write(out, scope.memberId());
    }

    private static void write(DataOutputStream out, Journal.Facts facts) throws IOException {
        Instant occurred = kept(facts.occurredAt());
        out.writeLong(occurred.getEpochSecond());
        out.writeInt(occurred.getNano());
        out.writeLong(facts.businessDay().toEpochDay());
        out.writeInt(facts.claims().size());
        for (Claim claim : facts.claims()) {
            write(out, claim.scope());
            write(out, claim.name());
        }
        out.writeInt(facts.confirms().size());
        for (UUID hold : facts.confirms()) {
            write(out, hold);
        }
        write(out, facts.reverses());
        write(out, facts.document());
    }

    private static void write(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
