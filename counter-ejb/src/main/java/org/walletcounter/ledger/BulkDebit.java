package org.walletcounter.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Many small debits that are decided each for itself and booked together as one journal (批量扣款): the taps of a gate, the
 * fees of a month. A debit that a rule refuses is left out and spoils none of the others; what is accepted moves from its
 * account into the one account of the journal. Every rule of a journal holds for each debit as if it came alone, caps and
 * names included.
 *
 * <p>A debit is done at most once, for ever: its row goes into a register first, a table of the caller's whose key is the
 * debit's id, and what stands there already is {@linkplain Outcome.Repeated repeated}. A refused debit stays in the register
 * too: it is refused for ever.
 *
 * @param frame the journal without its postings and claims
 * @param into the account that receives
 * @param parts the debits, in the order in which they are decided
 * @param keeping the rows to keep beside the journal
 */
public record BulkDebit(Journal frame, AccountId into, List<Part> parts, Keeping keeping) {

    /** Refuses a frame that moves something already. */
    public BulkDebit {
        if (!frame.postings().isEmpty() || !frame.facts().claims().isEmpty()) {
            throw new IllegalArgumentException("What a bulk debit moves and claims stands in its parts.");
        }
    }

    /**
     * One debit.
     *
     * @param id by which it is known for ever
     * @param amount what leaves the account, above zero
     * @param claims names that only it may ever use
     * @param registered its row in the register; the first column of that table is "id" and holds the id
     */
    public record Part(UUID id, AccountId from, long amount, List<Claim> claims, Companion.Row registered) {}

    /**
     * The rows a module keeps once all parts are decided; as a {@link Companion} is called, and may be called again after a
     * rollback.
     */
    @FunctionalInterface
    public interface Keeping {

        /** The rows for these outcomes, which stand in the order of the parts. */
        List<Companion.Row> rows(List<Outcome> outcomes);
    }
}
