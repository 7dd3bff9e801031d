package org.walletcounter.ledger.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;

/**
 * A submission made ready for the writer: hashed, its names turned into keys, its postings summed per account. All of
 * that is done on the submitter's thread. The writer sets the outcome; it may do so again after a rollback.
 */
final class Entry {

    private final Submission submission;
    private final byte[] hash;
    private final Map<UUID, Claim> claims = new LinkedHashMap<>();
    private final Map<Long, Long> nets = new LinkedHashMap<>();
    private final boolean countable;
    private @Nullable Outcome outcome;

    Entry(Submission submission) {
        this.submission = submission;
        this.hash = JournalBytes.hash(submission.journal());
        for (Claim claim : submission.journal().facts().claims()) {
            claims.put(claimId(submission.journal().scope().merchantId(), claim), claim);
        }
        this.countable = sumUp();
    }

    Journal journal() {
        return submission.journal();
    }

    Submission submission() {
        return submission;
    }

    byte[] hash() {
        return hash;
    }

    /** The key under which the command is claimed, if there is one. */
    @Nullable
    UUID command() {
        CommandKey command = submission.command();
        return command == null ? null : commandId(command);
    }

    /** The names that the journal claims, by their keys. */
    Map<UUID, Claim> claims() {
        return claims;
    }

    /** What the journal moves per account, all its lines together. */
    Map<Long, Long> nets() {
        return nets;
    }

    /** Whether its sums fit into 64 bits. */
    boolean countable() {
        return countable;
    }

    Outcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException(
                    "Nothing has been decided about " + journal().id() + " yet.");
        }
        return outcome;
    }

    void decide(Outcome decided) {
        this.outcome = decided;
    }

    boolean posted() {
        return outcome instanceof Outcome.Posted;
    }

    private boolean sumUp() {
        try {
            for (Posting posting : journal().postings()) {
                nets.merge(posting.account().value(), posting.amount(), Math::addExact);
            }
            return true;
        } catch (ArithmeticException tooMuch) {
            return false;
        }
    }

    static UUID claimId(UUID merchantId, Claim claim) {
        return key(List.of(claim.scope(), merchantId.toString(), claim.name()));
    }

    static UUID commandId(CommandKey command) {
        return key(List.of("command", command.claimId().toString()));
    }

    private static UUID key(List<String> parts) {
        List<String> led = new ArrayList<>();
        for (String part : parts) {
            led.add(part.length() + ":" + part);
        }
        ByteBuffer head =
                ByteBuffer.wrap(JournalBytes.sha256(String.join("", led).getBytes(StandardCharsets.UTF_8)));
        return new UUID(head.getLong(), head.getLong());
    }
}
