package org.walletcounter.loyalty;

import java.util.List;
import org.walletcounter.ledger.Posting;

/**
 * What points add to a refund's journal.
 *
 * @param postings to put into it
 * @param taken points that the sale had earned and the refund takes back
 * @param owed how many of them have matured and may have been spent: first they stand as debt, and what the member still
 *     has settles it at once after the refund
 * @param givenBack points that had paid for the sale and come back
 * @param minor the money off that is given back for them
 */
public record PointsReturn(List<Posting> postings, long taken, long owed, long givenBack, long minor) {

    /** Nothing to do. */
    public static final PointsReturn NONE = new PointsReturn(List.of(), 0, 0, 0, 0);
}
