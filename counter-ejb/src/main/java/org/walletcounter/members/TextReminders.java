package org.walletcounter.members;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;

/**
 * The door to reminders by text message (短信提醒). The phone number stays behind it: who has something to say names the
 * member, and learns only how many are sent. Both join the caller's transaction and refuse with {@link MemberError}.
 * Thread-safe.
 */
public interface TextReminders {

    /**
     * What a member's consent to them is called among their {@link Members.Consent}s.
     */
    String NOTICE = "text-reminders";

    /** Whether reminders may come by text message: nobody's do until they say so. Said twice it is the same. */
    MemberView allow(Actor actor, UUID memberId, boolean whether);

    /**
     * Asks for these text messages, each in its member's language, to those members of the actor's merchant who want them
     * and have not left; says how many.
     */
    int send(Actor actor, List<Text> texts);

    /**
     * Something to be said to a member.
     *
     * @param id of the reminder: sent again under the same id, it still arrives once
     * @param expires from here on it helps nobody any more
     */
    record Text(UUID id, UUID memberId, String english, String chinese, Instant expires) {}
}
