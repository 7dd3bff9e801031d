package org.walletcounter.vouchers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it stands.
 *
 * @param version counted up by each change; what a partner agrees to
 * @param left how many can still be given out; null: without end
 * @param genericTail the last characters of the code that everybody may use
 * @param parties who takes part, the campaign's own merchant first
 */
public record CampaignView(
        UUID id,
        UUID merchantId,
        int version,
        State state,
        CampaignForm form,
        @Nullable Long left,
        @Nullable String genericTail,
        List<Party> parties,
        String madeBy,
        Instant madeAt) {

    /** The states of a campaign. */
    public enum State {
        /** Being written; nobody sees it. */
        DRAFT,
        /** Running. */
        LIVE,
        /** Nothing is given out and nothing is used until it goes on. */
        PAUSED,
        /** Nothing is given out any more; what is in hand stays good. */
        ENDED
    }

    /** A merchant that takes part, and when it agreed. */
    public record Party(
            UUID merchantId,
            String code,
            boolean honours,
            int share,
            @Nullable Instant agreedAt) {}
}
