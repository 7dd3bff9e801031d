package org.walletcounter.vouchers;

import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Posting;

/**
 * What a payment's journal must hold for its vouchers to be redeemed with it, all or nothing.
 *
 * @param postings each voucher out of its hand, its part of the budget, and, in money, out of the accounts of those who
 *     fund it
 * @param funded what those money postings sum to: post as much into the store's revenue
 * @param claims each voucher's name, usable once
 * @param confirms the holds that are used up
 * @param companion the rows to keep beside the journal; it writes none for a refused one
 */
public record Redemption(
        List<Posting> postings, Money funded, List<Claim> claims, List<UUID> confirms, Companion companion) {}
