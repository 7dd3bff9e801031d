package org.walletcounter.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens, with all that it moves (凭证). Its postings sum to zero per unit; it is posted whole or not at
 * all, and never changed afterwards: a correction is another journal that {@linkplain Facts#reverses reverses} it.
 *
 * @param id made by {@link org.walletcounter.kernel.Ids}; the moment in it is when it was recorded
 * @param kind what happened, as in "payment", "refund", "top-up"
 * @param scope where and by whom
 * @param facts when, why and under which names
 * @param postings two at least; an account may appear in several
 */
public record Journal(UUID id, String kind, Scope scope, Facts facts, List<Posting> postings) {

    /**
     * Where and by whom.
     *
     * @param actor the acting person's or key's id
     * @param memberId the customer it is for, if known
     */
    public record Scope(
            UUID merchantId,
            @Nullable UUID storeId,
            @Nullable UUID tillId,
            String actor,
            @Nullable UUID memberId) {}

    /**
     * When, why and under which names.
     *
     * @param occurredAt when it happened, which may be long before it is recorded
     * @param businessDay the merchant's day it counts for; daily caps are summed over it
     * @param claims names that only one journal may ever use
     * @param confirms holds that this journal uses up; what it does not need of them is released
     * @param reverses the journal that this one corrects or refunds
     * @param recovers whether it takes back what was given to an account before: that is no spending, so no cap of an
     *     account is asked about it, and no day's sum counts it
     * @param document more about it, as a JSON object
     */
    public record Facts(
            Instant occurredAt,
            LocalDate businessDay,
            List<Claim> claims,
            List<UUID> confirms,
            @Nullable UUID reverses,
            boolean recovers,
            String document) {

        /** Facts of a plain journal, without claims, holds or a reversed journal. */
        public static Facts plain(Instant occurredAt, LocalDate businessDay, String document) {
            return new Facts(occurredAt, businessDay, List.of(), List.of(), null, false, document);
        }

        /** The same facts with other claims. */
        public Facts claiming(List<Claim> names) {
            return new Facts(occurredAt, businessDay, names, confirms, reverses, recovers, document);
        }

        /** The same facts, confirming holds. */
        public Facts confirming(List<UUID> holds) {
            return new Facts(occurredAt, businessDay, claims, holds, reverses, recovers, document);
        }

        /** The same facts, reversing a journal. */
        public Facts reversing(UUID journal) {
            return new Facts(occurredAt, businessDay, claims, confirms, journal, recovers, document);
        }

        /** The same facts, taking back what was given. */
        public Facts recovering() {
            return new Facts(occurredAt, businessDay, claims, confirms, reverses, true, document);
        }
    }
}
