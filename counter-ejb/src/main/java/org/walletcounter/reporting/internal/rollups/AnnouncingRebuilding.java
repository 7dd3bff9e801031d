package org.walletcounter.reporting.internal.rollups;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.PrivilegedAct;

/** Leaves word on the audit trail before the roll-ups are made again. */
@Dependent
class AnnouncingRebuilding {

    private final Event<PrivilegedAct> acts;

    @Inject
    AnnouncingRebuilding(Event<PrivilegedAct> acts) {
        this.acts = acts;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void ordered(Actor actor) {
        acts.fire(new PrivilegedAct(actor, "roll-ups.rebuilt", "roll-ups", "from the books"));
    }
}
