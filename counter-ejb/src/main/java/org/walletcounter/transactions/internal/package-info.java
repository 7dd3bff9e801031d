/**
 * Behind the payments' doors.
 *
 * <p>How a payment is booked. All accounts of one journal are of one currency and sum to zero:
 *
 * <ul>
 *   <li>a member's wallet is money we owe: positive, constrained, kept by the members module;
 *   <li>"revenue" of a store is what was sold there, less what was given back: positive, free;
 *   <li>"reductions" of a store is what funders pay for what promotions, vouchers and points took off there: positive, free;
 *       with "revenue" it is what was sold at full price;
 *   <li>"cash" of a till (of the store, where no till is named) is the mirror of the drawer: negative by what lies in it,
 *       free;
 *   <li>"tax" of a store is the tax in what was sold there, owed to the authorities: positive, free; "revenue" is without it;
 *   <li>"rounding" of a store is what coins could not pay: cash that was taken more than the price, free;
 *   <li>"cash-back-cost" of the merchant is what the house pays for cash-back: negative, free; "cash-back-claims" of a member is
 *       what they owe of it because its goods came back and their wallet did not reach: negative, free;
 *   <li>"prize-cost" of the merchant is what the house pays for money that is won in lotteries: negative, free;
 *   <li>"historical" of a store is the mirror of what was taken before the counter was there: negative, free.
 * </ul>
 *
 * <p>So a payment takes from the wallet or from "cash" and gives to "revenue", a refund does the reverse, and a top-up
 * takes from "cash" and gives to the wallet. The "cash" of a refund is that of the till whose drawer the money came out of;
 * all else stands where the sale was paid.
 *
 * <p>Payments are written by the ledger's group commit together with their journal, by set-based SQL; whatever is slower
 * and rarer (refunds, queries) goes through Hibernate entities over the same tables. Topics of the outbox:
 * "payment.succeeded", "payment.refused", "payment.refunded", "payment.cancelled", "wallet.topped-up".
 */
@NullMarked
package org.walletcounter.transactions.internal;

import org.jspecify.annotations.NullMarked;
