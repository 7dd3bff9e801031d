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
     * Reads one.
     *
     * @throws CounterException with the field at fault
     */
    <T extends Record> T read(String json, Class<T> type);
}
