package org.walletcounter.imports;

import java.util.List;

/**
 * The file's own figures beside ours (对账). Ours are counted in the books, not in the import's own notes.
 *
 * @param figures one row per figure; none before the file was read through
 * @param classes what became of the lines: every line of the file is in exactly one of them
 * @param differences the parts that explain every difference, each with its lines and its sum
 * @param explained whether the differences explain every figure, to the last line and the last tenth of a penny
 */
public record Reconciliation(
        List<Figure> figures, List<LineClass> classes, List<Difference> differences, boolean explained) {

    /**
     * A figure of the file beside ours; decimal numbers as text.
     *
     * @param name a stable code: "lines", "invoices", "cancellations", "stock-codes", "trading-days",
     *     "lines-without-customer", "customers", "value"
     * @param difference ours less the file's
     */
    public record Figure(String name, String inFile, String inBooks, String difference) {}

    /**
     * All lines of the file that were treated in the same way.
     *
     * @param code a stable code, as in "sale", "service", "return", "stock-adjustment"; the same codes as
     *     {@link ListedLine#reason()} for classes that are listed
     * @param booked whether its lines stand in the books
     * @param listed whether its lines are listed one by one with {@link Imports#listed}
     * @param inFile sum of quantity times price, a decimal number
     * @param inBooks the sum that was booked, a decimal number
     */
    public record LineClass(String code, boolean booked, boolean listed, long lines, String inFile, String inBooks) {}

    /**
     * One explained part of a difference.
     *
     * @param reason a class of lines that were not booked as they stand, or "return-split" for pieces that a return line
     *     was cut into because it took goods of several sales back
     * @param lines how many lines ours are more (above zero) or fewer (below zero) for this reason
     * @param invoices how many invoices of the file are not in the books for this reason
     * @param sum what it makes in value: ours less the file's
     */
    public record Difference(String reason, long lines, long invoices, String sum) {}
}
