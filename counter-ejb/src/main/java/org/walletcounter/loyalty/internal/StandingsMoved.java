package org.walletcounter.loyalty.internal;

import java.util.UUID;
import org.walletcounter.kernel.DomainEvent;

/** Tiers or segments of a merchant are not what they were. */
public record StandingsMoved(UUID merchantId) implements DomainEvent {}
