package org.walletcounter.imports.internal.file;

import java.time.LocalDate;
import java.util.List;

/**
 * The piece an import works in: one trading day of the file.
 *
 * @param piece its number, from 1
 * @param lines how many lines of the file it holds
 */
public record Day(int piece, LocalDate date, List<Invoice> invoices, int lines) {}
