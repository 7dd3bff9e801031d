package org.walletcounter.members.internal;

import org.walletcounter.kernel.Parameter;

/** The rules a merchant can set for its members. */
final class MemberRules {

    private static final long MOST = 1_000_000_000_000L;

    /** The most one wallet payment may take, in minor units of its currency; 0 for no limit. */
    static final Parameter LIMIT_SINGLE = new Parameter("members.payment.limit.single", "minor", 0, MOST, 500_000);

    /** The most that may leave a wallet on one business day, in minor units of its currency; 0 for no limit. */
    static final Parameter LIMIT_DAILY = new Parameter("members.payment.limit.daily", "minor", 0, MOST, 2_000_000);

    /** How many phones a member may have; one more ends the oldest. */
    static final Parameter DEVICES = new Parameter("members.devices", "count", 1, 20, 5);

    /** How many wrong payment codes per minute are let through, per till or key and per device. */
    static final Parameter WRONG_CODES = new Parameter("members.code.wrong-per-minute", "count", 1, 1000, 5);

    /** How long a signed-in phone stays signed in without being used. */
    static final Parameter SESSION_IDLE = new Parameter("members.session.idle", "seconds", 300, 31_536_000, 604_800);

    /** How long a signed-in phone stays signed in at most. */
    static final Parameter SESSION_LONGEST =
            new Parameter("members.session.longest", "seconds", 300, 31_536_000, 2_592_000);

    /** The calling code of phone numbers written without one; 0 takes that of the merchant's currency. */
    static final Parameter CALLING_CODE = new Parameter("members.phone.calling-code", "code", 0, 999, 0);

    /** For how many people a member may look by a number in an hour, as to give them a voucher. */
    static final Parameter LOOK_UPS = new Parameter("members.look-ups-per-hour", "count", 1, 1000, 20);

    /** How many days ahead a birthday is announced to whoever makes something of it; 0 announces it on the day. */
    static final Parameter BIRTHDAY_AHEAD = new Parameter("members.birthday.days-ahead", "days", 0, 60, 0);

    /** The hour of the merchant's day from which birthdays are announced. */
    static final Parameter BIRTHDAY_HOUR = new Parameter("members.birthday.hour", "hour", 0, 23, 8);

    private MemberRules() {}
}
