package org.walletcounter.loyalty;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Posting;

/**
 * What points add to a payment's one journal. It has no effect until the journal is posted with all of it.
 *
 * @param points how many are earned or used
 * @param minor the money off, in minor units; the postings take it from the programme's funding, so the sale's revenue is
 *     still to be credited with it by the payment
 * @param rows to insert with the journal, if it is posted
 * @param confirms holds that the journal must confirm
 */
public record PointsPart(
        long points, long minor, List<Posting> postings, List<Companion.Row> rows, List<UUID> confirms) {

    /** Nothing. */
    public static final PointsPart NONE = new PointsPart(0, 0, List.of(), List.of(), List.of());

    /** Both. */
    public PointsPart and(PointsPart other) {
        return new PointsPart(
                points + other.points,
                minor + other.minor,
                joined(postings, other.postings),
                joined(rows, other.rows),
                joined(confirms, other.confirms));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }
}
