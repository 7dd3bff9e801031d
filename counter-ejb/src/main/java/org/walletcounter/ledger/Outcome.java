package org.walletcounter.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.ErrorCode;

/** What became of a submitted journal. By the time anybody sees it, it is durable. */
public sealed interface Outcome {

    /**
     * It is in the book.
     *
     * @param balances the new balances of the constrained accounts it touched
     */
    record Posted(UUID journalId, Instant recordedAt, Map<AccountId, Long> balances) implements Outcome {}

    /**
     * It is not in the book and never will be; nothing was moved. A refusal of the kind
     * {@link org.walletcounter.kernel.ErrorCode.Kind#UNAVAILABLE} has left no trace either, neither the command's key nor a
     * companion's row: the same key may be sent again. Any other is kept under the key, with its companion's rows.
     *
     * @param arguments for the refusal's text
     */
    record Refused(ErrorCode error, List<Object> arguments) implements Outcome {}

    /** Its command key was used before: nothing was done now. The first answer stands under the key. */
    record Repeated() implements Outcome {}
}
