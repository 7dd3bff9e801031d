package org.walletcounter.members.internal;

import java.util.UUID;

/** The steps of announcing birthdays, each a transaction of its own, so that many members are no long transaction. */
public interface BirthdaySteps {

    /** Makes some birthdays found that were told before there were marks; answers whether there may be more. */
    boolean mark(UUID merchantId);

    /** Announces some of the birthdays whose time has come; answers how many. When it is none, all are announced. */
    int announce(UUID merchantId);
}
