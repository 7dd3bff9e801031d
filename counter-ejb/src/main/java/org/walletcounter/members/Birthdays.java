package org.walletcounter.members;

import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The door to who has birthday when (生日). It finds a day's members without opening anybody's birthday, and never says
 * which day is whose. Thread-safe.
 *
 * <p>Each morning of the merchant's the module puts one message of the topic {@link #TOPIC} into the outbox for each member
 * whose birthday has come, or is as many days ahead as the house has set: once per member and year, whatever stands still
 * meanwhile. It holds "merchantId", "memberId" and "year", the year that the birthday is kept in. Who was born on
 * 29 February keeps 28 February in a common year. Members who have left are not among them.
 */
public interface Birthdays {

    /** The topic of the messages. */
    String TOPIC = "member.birthday";

    /**
     * The merchant's members who were born on one of these days of the year, in the order of their ids; nobody who has left.
     * 29 February is a day of its own here.
     */
    List<UUID> bornOn(UUID merchantId, Set<MonthDay> days);
}
