package org.walletcounter.members.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts guesses in transactions of their own, so that the refusal that follows does not undo the count. Thread-safe.
 */
public interface Attempts {

    /** Notes one more of a kind that may be done so many times since a moment; false, and nothing is noted, if it was more. */
    boolean note(String subject, Instant moment, Instant since, long most);

    /** Notes a wrong payment code against each subject. */
    void wrong(List<String> subjects, Instant moment);

    /** Uses up one try of the newest sign-in code of a phone, if there is one that still may be tried. */
    Optional<Try> useTry(UUID merchantId, byte[] phoneHash, Instant moment);

    /** A sign-in code about to be compared. */
    record Try(UUID id, byte[] codeHash) {}
}
