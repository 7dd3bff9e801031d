package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.members.MemberView.State;

/** Freezes, thaws and closes. Everybody who may touch a member may freeze; only a manager thaws and closes. */
@Dependent
class ChangingState {

    private final MemberRecords records;
    private final Wallets wallets;
    private final Devices devices;
    private final SigningIn signingIn;
    private final Announcing announcing;

    @Inject
    ChangingState(MemberRecords records, Wallets wallets, Devices devices, SigningIn signingIn, Announcing announcing) {
        this.records = records;
        this.wallets = wallets;
        this.devices = devices;
        this.signingIn = signingIn;
        this.announcing = announcing;
    }

    void change(Actor actor, UUID memberId, State state) {
        Member member = records.present(actor, memberId);
        if (state != State.FROZEN
                && !actor.role().equals("manager")
                && !actor.role().equals("administrator")) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
        member.become(state);
        String what = switch (state) {
            case ACTIVE -> thaw(member);
            case FROZEN -> freeze(member);
            case CLOSED -> close(member);
        };
        announcing.act(actor, "member." + what, member, "");
        announcing.changed(member, what);
    }

    private String thaw(Member member) {
        wallets.freeze(member, false);
        return "thawed";
    }

    private String freeze(Member member) {
        wallets.freeze(member, true);
        return "frozen";
    }

    private String close(Member member) {
        wallets.close(member);
        devices.endAll(member.id());
        signingIn.signOutAll(member.id());
        return "closed";
    }
}
