package org.walletcounter.promotions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in one of its versions (促销活动).
 *
 * @param author who wrote this version
 * @param approver somebody else, once it is approved
 * @param budgetLeft what is left of the budget in minor units, or null when it has none
 * @param belowCost in the answer to {@link Act#SUBMIT}: what it would sell below its cost, the worst first; else empty
 */
public record CampaignView(
        UUID id,
        int version,
        State state,
        CampaignDraft content,
        String author,
        @Nullable String approver,
        Instant changedAt,
        @Nullable Long budgetLeft,
        List<BelowCost> belowCost) {

    /** Keeps a copy. */
    public CampaignView {
        belowCost = List.copyOf(belowCost);
    }

    /** The same with a warning. */
    public CampaignView warning(List<BelowCost> losses) {
        return new CampaignView(id, version, state, content, author, approver, changedAt, budgetLeft, losses);
    }

    /** The life of a version. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Waits for somebody else to look at it. */
        REVIEW,
        /** On, from its beginning to its end. */
        LIVE,
        /** Off for a while. */
        PAUSED,
        /** Over, dropped, or replaced by a later version. */
        ENDED;

        /** Whether it still waits to be approved. */
        public boolean pends() {
            return this == DRAFT || this == REVIEW;
        }

        /** Whether it is the version that sales go by, also while it is off for a while. */
        public boolean runs() {
            return this == LIVE || this == PAUSED;
        }
    }

    /** What can be done to a version. */
    public enum Act {
        /** The author is done. */
        SUBMIT(State.REVIEW),
        /** The reviewer wants it changed. */
        SEND_BACK(State.DRAFT),
        /** Somebody other than the author agrees. */
        APPROVE(State.LIVE),
        /** Off for a while. */
        PAUSE(State.PAUSED),
        /** On again. */
        RESUME(State.LIVE),
        /** Over, or dropped: of a version that still pends while an earlier one runs, only the change is dropped. */
        END(State.ENDED);

        private final State leadsTo;

        Act(State leadsTo) {
            this.leadsTo = leadsTo;
        }

        /** Where it leads. */
        public State leadsTo() {
            return leadsTo;
        }

        /** Whether it heads for being live. What is to be taken back or changed can be, however late it is. */
        public boolean headsForLive() {
            return leadsTo == State.REVIEW || leadsTo == State.LIVE;
        }

        /** Whether it can be done in a state. */
        public boolean fits(State state) {
            return switch (this) {
                case SUBMIT -> state == State.DRAFT;
                case SEND_BACK, APPROVE -> state == State.REVIEW;
                case PAUSE -> state == State.LIVE;
                case RESUME -> state == State.PAUSED;
                case END -> state != State.ENDED;
            };
        }
    }
}
