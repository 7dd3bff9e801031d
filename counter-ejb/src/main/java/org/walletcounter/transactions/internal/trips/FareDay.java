package org.walletcounter.transactions.internal.trips;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.walletcounter.kernel.Money;

/**
 * What a member rode on a business day.
 *
 * @param id under which it earns once
 * @param byPoints what points paid of the fares
 * @param latest the last tap
 */
record FareDay(
        UUID id,
        UUID merchantId,
        UUID memberId,
        LocalDate day,
        int taps,
        Money fares,
        Money byPoints,
        Instant latest) {}
