package org.walletcounter.members;

import org.jspecify.annotations.Nullable;

/**
 * What somebody tells who becomes a member.
 *
 * @param phone in E.164 or as written in the merchant's country
 * @param privacyNotice the version of the privacy notice they have consented to
 * @param card a card number to bind at once, if one is handed out
 * @param birthday as {@link Birthday} is written; null or empty if it is not told
 */
public record Registration(
        String phone,
        String name,
        String language,
        String privacyNotice,
        @Nullable String card,
        @Nullable String birthday) {

    /** Without a birthday. */
    public Registration(String phone, String name, String language, String privacyNotice, @Nullable String card) {
        this(phone, name, language, privacyNotice, card, null);
    }
}
