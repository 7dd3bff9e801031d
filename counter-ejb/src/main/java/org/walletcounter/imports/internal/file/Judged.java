package org.walletcounter.imports.internal.file;

import java.util.List;

/**
 * A line with what becomes of it.
 *
 * @param unit the price of one in minor units, as booked
 * @param pieces for a return the sales it takes from; empty for all others
 */
public record Judged(FileLine line, Treatment becomes, long unit, List<SoldBefore.Piece> pieces) {

    public Judged(FileLine line, Treatment becomes, long unit) {
        this(line, becomes, unit, List.of());
    }

    /** The same line in another class, as when its number turns out to be taken. */
    public Judged as(Treatment other) {
        return new Judged(line, other, unit, pieces);
    }

    /** What it makes in the books, in minor units; below zero for what was given back. */
    public long booked() {
        return becomes.booked() ? Math.multiplyExact(unit, line.quantity()) : 0;
    }
}
