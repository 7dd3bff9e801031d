package org.walletcounter.members.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.walletcounter.members.Members.PrivacyNotice;
import org.walletcounter.merchants.MerchantView;

/**
 * The privacy notices: one text per version and language under {@code org/walletcounter/members/privacy}. A changed text
 * is a new version beside the old ones, because consents name the version they were given to.
 */
final class PrivacyNotices {

    /** The version that is in force. */
    static final String IN_FORCE = "2026-11-28";

    private PrivacyNotices() {}

    static PrivacyNotice inForce(MerchantView merchant, String language) {
        String name = "/org/walletcounter/members/privacy/" + IN_FORCE + (language.startsWith("zh") ? "_zh" : "_en");
        try (InputStream in = PrivacyNotices.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("The privacy notice " + name + " is missing from the application.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new PrivacyNotice(IN_FORCE, text.replace("{merchant}", merchant.name(language)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
