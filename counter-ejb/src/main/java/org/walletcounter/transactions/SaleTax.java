package org.walletcounter.transactions;

/**
 * The tax of a sale or a refund at one rate (税额). All amounts in minor units of the payment's currency.
 *
 * @param code the merchant's code of the rate
 * @param basisPoints 2,000 is 20 %
 * @param base what was paid for the goods of this rate, without the tax
 * @param tax the tax on it; base and tax together are what was paid
 */
public record SaleTax(String code, String nameEn, String nameZh, int basisPoints, long base, long tax) {

    /** What was paid for the goods of this rate. */
    public long gross() {
        return base + tax;
    }

    /** The same rate, other amounts. */
    public SaleTax of(long otherBase, long otherTax) {
        return new SaleTax(code, nameEn, nameZh, basisPoints, otherBase, otherTax);
    }
}
