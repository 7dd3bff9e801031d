package org.walletcounter.promotions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;

/**
 * The door to the life of promotion campaigns (活动管理): draft, review by somebody else, live, paused, ended. Refuses with
 * {@link PromotionError}. Managers and administrators change, analysts look. Thread-safe.
 */
public interface Campaigns {

    /** Begins a campaign: version 1, a draft. */
    CampaignView draft(Actor actor, CampaignDraft content);

    /**
     * Changes a campaign. While its last version is a draft, the new one takes its place; else what is live stays as it is until
     * the new one is approved. It has the next number in both cases, so that whoever has read a version agrees to that or to
     * none.
     *
     * @param version the one the actor has seen
     * @throws CounterException {@link org.walletcounter.kernel.KernelError#CHANGED_MEANWHILE} when it is not the last any more
     */
    CampaignView change(Actor actor, UUID id, int version, CampaignDraft content);

    /**
     * Takes a version a step further in its life. Approving ends the version that ran before; the answer to submitting warns
     * of what would be sold below its cost. Ending one that pends while an earlier one runs drops the change: the answer is the
     * version that goes on. What was dropped keeps its number, so that nobody agrees to another version under it. A version
     * whose end is past goes no further towards being live; it can be sent back, changed and ended.
     *
     * @throws CounterException {@link org.walletcounter.kernel.KernelError#CHANGED_MEANWHILE} when another version has taken the
     *     place of this one, {@link PromotionError#NOT_IN_THAT_STATE}, {@link PromotionError#NOT_BY_THE_AUTHOR},
     *     {@link PromotionError#ALREADY_OVER}
     */
    CampaignView act(Actor actor, UUID id, int version, CampaignView.Act act);

    /**
     * What a version would sell below its cost, all alone and at its worst; the hundred worst at the most, the worst first.
     * Products whose cost is not known are not among them.
     */
    List<BelowCost> belowCost(Actor actor, UUID id, int version);

    /** A new draft with the content of a campaign's last version. */
    CampaignView copy(Actor actor, UUID id);

    /** The last version of a campaign; one that was dropped is passed over when an earlier one runs or has run. */
    CampaignView campaign(Actor actor, UUID id);

    /** All versions of a campaign, newest first. */
    List<CampaignView> versions(Actor actor, UUID id);

    /**
     * All campaigns, newest first, each in the version that runs, else in its last one. When a state is given, those of which a
     * version is in it, in that version; in {@link CampaignView.State#ENDED} are those of which nothing runs or pends.
     */
    Page<CampaignView> campaigns(Actor actor, CampaignView.@Nullable State state, @Nullable String after, int limit);

    /** The same, narrowed by a text that the name in either language or the group holds. */
    Page<CampaignView> find(Actor actor, Search search);

    /** Of the campaigns of which a version runs while another pends: the state of the one that pends. */
    Map<UUID, CampaignView.State> changes(Actor actor);

    /** How much of its limits a campaign has used, by the ledger. */
    Usage usage(Actor actor, UUID id);

    /** What runs, or waits to, in a span of time, with those that cannot be applied together. */
    List<CalendarEntry> calendar(Actor actor, Instant from, Instant until);

    /**
     * A campaign in the calendar.
     *
     * @param clashes campaigns that overlap with it in time and exclude it
     */
    record CalendarEntry(CampaignView campaign, List<UUID> clashes) {

        /** Keeps a copy. */
        public CalendarEntry {
            clashes = List.copyOf(clashes);
        }
    }

    /**
     * What campaigns are looked for.
     *
     * @param text part of a name or a group; empty for all
     * @param state null for any
     * @param after the cursor of the page before, or null
     */
    record Search(
            String text,
            CampaignView.@Nullable State state,
            @Nullable String after,
            int limit) {}

    /**
     * What a campaign has used of its limits (用量); zero where it has no limit, for then nobody counts.
     *
     * @param budget in minor units of the terms' currency
     * @param total to how many sales
     * @param today to how many sales on the present business day
     */
    record Usage(long budget, long total, long today) {}
}
