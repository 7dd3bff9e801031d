package org.walletcounter.ledger.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.HashedKeys;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;

/**
 * A submission made ready for the writer: hashed, its names turned into keys, its postings summed per account. All of
 * that is done on the submitter's thread. The writer sets the outcome; it may do so again after a rollback.
 */
final class Entry implements Piece {

    private static final byte[] NEVER_BOOKED_ALONE = {};

    private final Submission submission;
    private final byte[] hash;
    private final @Nullable UUID once;
    private final Map<UUID, Claim> claims = new LinkedHashMap<>();
    private final Map<Long, Long> nets = new LinkedHashMap<>();
    private final boolean countable;
    private @Nullable Outcome outcome;

    Entry(Submission submission) {
        this(submission, JournalBytes.hash(submission.journal()), commandId(submission.command()));
    }

    private Entry(Submission submission, byte[] hash, @Nullable UUID once) {
        this.submission = submission;
        this.hash = hash;
        this.once = once;
        for (Claim claim : submission.journal().facts().claims()) {
            claims.put(claimId(submission.journal().scope().merchantId(), claim), claim);
        }
        this.countable = sumUp();
    }

    /** One debit among many: decided like a journal, booked as a part of one. */
    static Entry part(Journal alone, UUID once) {
        return new Entry(new Submission(alone, null, Companion.NONE), NEVER_BOOKED_ALONE, once);
    }

    @Override
    public List<Entry> entries() {
        return List.of(this);
    }

    @Override
    public List<Entry> booked() {
        return posted() ? List.of(this) : List.of();
    }

    @Override
    public List<Companion.Row> rows() {
        return outcome() instanceof Outcome.Repeated
                ? List.of()
                : submission.companion().rows(outcome());
    }

    @Override
    public UUID id() {
        return journal().id();
    }

    Journal journal() {
        return submission.journal();
    }

    byte[] hash() {
        return hash;
    }

    /** The key under which the command is claimed, if there is one. */
    @Nullable
    UUID command() {
        return submission.command() == null ? null : once;
    }

    /** By what it is known to come for the first time: its command's key or, of a debit among many, its id. */
    @Nullable
    UUID once() {
        return once;
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

    @Override
    public void decide(Outcome decided) {
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
        return HashedKeys.of(claim.near(), led(claim.scope(), merchantId.toString(), claim.name()));
    }

    /** Not near its neighbours: what was sent before names had any must be known again. */
    static @Nullable UUID commandId(@Nullable CommandKey command) {
        return command == null
                ? null
                : HashedKeys.of(led("command", command.claimId().toString()));
    }

    /** The parts, each led by its length, so that no two lists of parts read the same. */
    private static String led(String... parts) {
        StringBuilder led = new StringBuilder();
        for (String part : parts) {
            led.append(part.length()).append(':').append(part);
        }
        return led.toString();
    }
}
