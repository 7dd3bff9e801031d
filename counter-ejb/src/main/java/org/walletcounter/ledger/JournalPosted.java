package org.walletcounter.ledger;

import java.util.UUID;
import org.walletcounter.kernel.DomainEvent;

/** A journal is in the book and durable. Fired after the commit, once per journal on the node that wrote it. */
public record JournalPosted(UUID journalId, String kind, Journal.Scope scope) implements DomainEvent {}
