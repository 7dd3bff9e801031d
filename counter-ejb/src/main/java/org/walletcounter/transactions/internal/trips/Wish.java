package org.walletcounter.transactions.internal.trips;

import java.time.Instant;
import java.util.UUID;
import org.walletcounter.transactions.TripPoints.Use;

/**
 * What a member wants points to pay.
 *
 * @param id under which a wish for one trip is fulfilled once
 * @param since trips from then on
 */
record Wish(UUID id, Use use, Instant since) {}
