package org.walletcounter.members;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as staff may see them (会员). Name and phone come masked or in clear according to the asking role.
 *
 * @param code the short number printed on a card, as in "M 1024 7731"
 * @param name empty once the member's key is destroyed
 * @param language "en" or "zh"
 * @param birthday as {@link Birthday} is written; null if it was not told or the role may not see it
 * @param textReminders whether reminders may come by text message
 */
public record MemberView(
        UUID id,
        UUID merchantId,
        String code,
        String name,
        String phone,
        String language,
        State state,
        Instant joinedAt,
        @Nullable String birthday,
        boolean textReminders,
        List<Identifier> identifiers,
        List<WalletView> wallets) {

    /** What a member can be. */
    public enum State {
        /** May do everything. */
        ACTIVE,
        /** Nothing leaves the wallets; money may still arrive. */
        FROZEN,
        /** Left; the books stay. */
        CLOSED
    }

    /** One of the ways a member is known: phone, card, e-mail, external number. Masked like the rest. */
    public record Identifier(String kind, String value) {}
}
