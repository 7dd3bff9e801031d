package org.walletcounter.promotions;

/**
 * What a voucher promises (券规则).
 *
 * @param terms who, when, on what, how much, together with what
 * @param perOrder how many vouchers of the same campaign one order may use
 */
public record VoucherTerms(Terms terms, int perOrder) {

    /** Refuses a voucher that no order may use. */
    public VoucherTerms {
        Sound.count("perOrder", perOrder, 1, 100);
    }
}
