package org.walletcounter.promotions;

import org.walletcounter.kernel.CounterException;

/**
 * Definitions as JSON, with a version in the field "v". What cannot be read is refused with the path of the field and what to
 * do; see {@link PromotionError}. Thread-safe.
 */
public interface Definitions {

    /** The version that is written. */
    int VERSION = 1;

    /** Writes a record of this package: {@link Terms}, {@link VoucherTerms}, {@link QuoteRequest}, {@link Quote}, {@link Sale}, … */
    String write(Record definition);

    /**
     * Reads one that somebody sends. What the database could not hold is refused too: a NUL, and days and moments that
     * lie far from all business.
     *
     * @throws CounterException with the field at fault
     */
    <T extends Record> T read(String json, Class<T> type);

    /**
     * Reads one that was written and kept. What is refused today may have been taken once, and one such definition must
     * not keep its merchant's others from being read: days are taken as they are, and a NUL is read as U+FFFD, so that
     * whatever uses the definition can write it down.
     *
     * @throws CounterException with the field at fault
     */
    <T extends Record> T readKept(String json, Class<T> type);
}
