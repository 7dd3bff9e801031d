package org.walletcounter.imports;

import java.util.List;

/**
 * The file's own figures beside ours (对账).
 *
 * @param figures one row per figure
 * @param differences the parts that explain every difference, each with its lines and its sum
 */
public record Reconciliation(List<Figure> figures, List<Difference> differences, boolean explained) {

    /** A figure of the file beside ours; decimal numbers as text. */
    public record Figure(String name, String inFile, String inBooks, String difference) {}

    /** One explained part of a difference. */
    public record Difference(String reason, long lines, String sum) {}
}
