package org.walletcounter.transactions;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * Money to give back (退款). It goes back to where it came from: to the wallet what came from the wallet, in cash what was
 * paid in cash; wallet first.
 *
 * @param amount how much, whatever the goods; null where lines are named, or for all that is left
 * @param lines how many pieces of which line of the sale come back; empty: no goods are named
 * @param reason a code from the list: "returned", "damaged", "wrong-item", "overcharged", "goodwill", "other"
 * @param note more about it, for the record
 * @param tillId the till whose drawer cash comes out of (出款收银台); null for where the sale was paid
 */
public record RefundRequest(
        UUID paymentId,
        @Nullable Money amount,
        Map<Integer, Integer> lines,
        String reason,
        @Nullable String note,
        @Nullable UUID tillId) {

    /** Keeps a copy, in the order of the lines: the same request is the same text, whichever node reads it. */
    public RefundRequest {
        lines = Collections.unmodifiableMap(new TreeMap<>(lines));
    }

    /** A refund of goods, an amount, or all that is left, whose cash comes out of where the sale was paid. */
    public RefundRequest(
            UUID paymentId, @Nullable Money amount, Map<Integer, Integer> lines, String reason, @Nullable String note) {
        this(paymentId, amount, lines, reason, note, null);
    }

    /**
     * The text that a command's key is bound to. Without a till it is as it was before there was one: who asks again, across
     * an upgrade, asks for the same.
     */
    @Override
    public String toString() {
        String text = "RefundRequest[paymentId=" + paymentId + ", amount=" + amount + ", lines=" + lines + ", reason="
                + reason + ", note=" + note;
        return text + (tillId == null ? "]" : ", tillId=" + tillId + "]");
    }
}
