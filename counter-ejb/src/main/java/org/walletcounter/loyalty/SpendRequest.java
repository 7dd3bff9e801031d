package org.walletcounter.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * Points that pay a part of a sale.
 *
 * @param journalId the payment's journal, into which the points go
 * @param reference the sale number, for statements
 * @param day the merchant's business day
 * @param points how many
 * @param payable what is to be paid after promotions and vouchers, without tax that is added to prices
 * @param holdId a hold on points that this uses up, or null
 */
public record SpendRequest(
        UUID memberId,
        UUID programmeId,
        UUID journalId,
        String reference,
        Instant occurredAt,
        LocalDate day,
        long points,
        Money payable,
        @Nullable UUID holdId) {}
