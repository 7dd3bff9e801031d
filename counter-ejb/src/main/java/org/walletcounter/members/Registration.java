package org.walletcounter.members;

import org.jspecify.annotations.Nullable;

/**
 * What somebody tells who becomes a member.
 *
 * @param phone in E.164 or as written in the merchant's country
 * @param privacyNotice the version of the privacy notice they have consented to
 * @param card a card number to bind at once, if one is handed out
 */
public record Registration(
        String phone,
        String name,
        String language,
        String privacyNotice,
        @Nullable String card) {}
