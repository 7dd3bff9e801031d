package org.walletcounter.transactions.internal.trips;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;

/** A trip whose member wanted points to pay a part of it. */
record Due(
        UUID tapId,
        UUID merchantId,
        UUID storeId,
        UUID memberId,
        AccountId wallet,
        Money fare,
        LocalDate businessDay,
        Instant at) {}
