package org.walletcounter.ledger;

import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CommandKey;

/**
 * A journal handed to the group commit.
 *
 * @param command the client's key, claimed in the same transaction whatever the outcome; null if the caller has none
 * @param companion the rows to keep beside it
 */
public record Submission(Journal journal, @Nullable CommandKey command, Companion companion) {}
