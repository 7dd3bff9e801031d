package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.members.MemberChanged;

/** Tells the other modules, and this node's memory, what became of a member. */
@Dependent
class Announcing {

    private final WarmFacts warmFacts;
    private final Event<MemberChanged> changes;
    private final Event<PrivilegedAct> acts;

    @Inject
    Announcing(WarmFacts warmFacts, Event<MemberChanged> changes, Event<PrivilegedAct> acts) {
        this.warmFacts = warmFacts;
        this.changes = changes;
        this.acts = acts;
    }

    void changed(Member member, String what) {
        warmFacts.forget(member.id());
        changes.fire(new MemberChanged(member.id(), member.merchantId(), what));
    }

    /** Something that not everybody may do, for the audit trail as well. */
    void act(Actor actor, String act, Member member, String detail) {
        acts.fire(new PrivilegedAct(actor, act, "member:" + member.id(), detail));
    }
}
