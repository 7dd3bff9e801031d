package org.walletcounter.members;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/**
 * The door for customers whom the merchant knew before the counter was there (历史会员). Only the system calls it.
 * Thread-safe.
 */
public interface MemberIntake {

    /**
     * Makes members of those who are not known yet by their number (identifier EXTERNAL), in the caller's transaction. They
     * have no phone, so they cannot sign in until one is bound; consent is not claimed for them. Those who are known stay as
     * they are: a repeat makes nobody twice.
     *
     * @return the members' ids by the merchant's number, for everybody handed in
     */
    Map<String, UUID> takeOver(Actor system, List<Known> customers);

    /**
     * A customer as the merchant knew them.
     *
     * @param external the merchant's own number of the customer
     */
    record Known(String external, String name, String language) {}
}
