package org.walletcounter.imports.internal;

import java.util.List;

/**
 * A line with what becomes of it.
 *
 * @param unit the price of one in minor units, as booked
 * @param pieces for a return the sales it takes from; empty for all others
 */
record Judged(FileLine line, LineClass becomes, long unit, List<SoldBefore.Piece> pieces) {

    Judged(FileLine line, LineClass becomes, long unit) {
        this(line, becomes, unit, List.of());
    }

    /** The same line in another class, as when its number turns out to be taken. */
    Judged as(LineClass other) {
        return new Judged(line, other, unit, pieces);
    }

    /** What it makes in the books, in minor units; below zero for what was given back. */
    long booked() {
        return becomes.booked() ? Math.multiplyExact(unit, line.quantity()) : 0;
    }
}
