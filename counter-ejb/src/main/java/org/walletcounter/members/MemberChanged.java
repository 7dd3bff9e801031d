package org.walletcounter.members;

import java.util.UUID;
import org.walletcounter.kernel.DomainEvent;

/**
 * A member registered, changed, was frozen, thawed or left.
 *
 * @param what "registered", "changed", "frozen", "thawed" or "closed"
 */
public record MemberChanged(UUID memberId, UUID merchantId, String what) implements DomainEvent {}
