package org.walletcounter.web.api;

import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

/** The customer who is signed in. */
public final class Customer {

    private static final String MEMBER = "member:";

    private Customer() {}

    /** Their member's id; refuses whoever is no member. */
    public static UUID id(Actor actor) {
        if (!actor.id().startsWith(MEMBER)) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
        return UUID.fromString(actor.id().substring(MEMBER.length()));
    }
}
