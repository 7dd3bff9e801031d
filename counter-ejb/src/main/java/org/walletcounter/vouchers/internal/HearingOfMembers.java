package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.members.MemberChanged;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.internal.reminders.Following;

/**
 * Hears who becomes a member and puts it into the outbox, in the same transaction, if vouchers may come of it; and who
 * leaves, and forgets what they followed.
 */
@Dependent
class HearingOfMembers {

    static final String TOPIC = "voucher.welcome";

    private final BringingVouchers bringing;
    private final Following following;
    private final Outbox outbox;

    @Inject
    HearingOfMembers(BringingVouchers bringing, Following following, Outbox outbox) {
        this.bringing = bringing;
        this.following = following;
        this.outbox = outbox;
    }

    void on(@Observes MemberChanged changed) {
        if (changed.what().equals("closed")) {
            following.forget(changed.memberId());
        }
        if (changed.what().equals("registered") && bringing.awaited(changed.merchantId(), Event.WELCOME)) {
            String json = Json.createObjectBuilder()
                    .add("merchantId", changed.merchantId().toString())
                    .add("memberId", changed.memberId().toString())
                    .build()
                    .toString();
            outbox.put(TOPIC, changed.memberId(), json);
        }
    }
}
