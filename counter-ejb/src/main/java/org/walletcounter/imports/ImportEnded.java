package org.walletcounter.imports;

import java.util.UUID;
import org.walletcounter.kernel.DomainEvent;

/**
 * The work on an import has ended on this node, for whichever reason.
 *
 * @param how completed, paused or failed
 */
public record ImportEnded(UUID importId, ImportView.State how) implements DomainEvent {}
