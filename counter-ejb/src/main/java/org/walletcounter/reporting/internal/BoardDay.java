package org.walletcounter.reporting.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a board shows: one business day of a merchant, or of one of its stores. */
record BoardDay(UUID merchantId, @Nullable UUID storeId, LocalDate date, ZoneId zone, String currency) {}
