package org.walletcounter.web.api.members;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/** What requests about members carry. */
public interface Bodies {

    /** A registration. */
    record Joining(
            @Nullable String phone,
            @Nullable String name,
            @Nullable String language,
            @Nullable String privacyNotice,
            @Nullable String card,
            @Nullable String birthday) {}

    /** A birthday, as in "1990-02-28", or "--02-28" without the year; null takes it away. */
    record Born(@Nullable String birthday) {}

    /** A changed name and language. */
    record Naming(@Nullable String name, @Nullable String language) {}

    /** Another identifier. */
    record Identifying(@Nullable String kind, @Nullable String value) {}

    /** Another state. */
    record Standing(@Nullable String state) {}

    /** Limits of a wallet, in minor units; null takes one away. */
    record Limits(
            @Nullable String currency,
            @Nullable Long single,
            @Nullable Long daily) {}

    /** Who asks for a sign-in code. */
    record Calling(@Nullable String merchant, @Nullable String phone) {}

    /** Who signs in. */
    record Entering(
            @Nullable String merchant,
            @Nullable String phone,
            @Nullable String code) {}

    /** Who was scanned. */
    record Scanned(
            UUID memberId,
            String greeting,
            String language,
            @Nullable Money available) {}

    /** A signed-in customer. */
    record SignedIn(String id, String name, String role, String merchant, String nameEn, String nameZh) {}
}
