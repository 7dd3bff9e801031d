package org.walletcounter.members;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;

/**
 * Who a payment code, or a card at a gate, stands for, ready to pay.
 *
 * @param wallet the account of the currency asked for
 * @param claim what must be claimed with the payment so that the code is accepted once; null for what may be used again
 * @param greeting how a slip or screen may name them, masked: "Ms. L***"
 */
public record Payer(
        UUID memberId, AccountId wallet, @Nullable Claim claim, String greeting, String language) {}
