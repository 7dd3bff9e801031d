package org.walletcounter.members.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts guesses in transactions of their own, so that the refusal that follows does not undo the count. Thread-safe.
 */
public interface Attempts {

    /** Notes a wrong payment code against each subject. */
    void wrong(List<String> subjects, Instant moment);

    /** Uses up one try of the newest sign-in code of a phone, if there is one that still may be tried. */
    Optional<Try> useTry(UUID merchantId, byte[] phoneHash, Instant moment);

    /** A sign-in code about to be compared. */
    record Try(UUID id, byte[] codeHash) {}
}
