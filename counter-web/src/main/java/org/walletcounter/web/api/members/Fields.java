package org.walletcounter.web.api.members;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.members.MemberView;

/** Reads what a request must say. */
final class Fields {

    private Fields() {}

    /** A body that must be there. */
    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw new CounterException(KernelError.MALFORMED_REQUEST);
        }
        return body;
    }

    /** A text that must be there. */
    static String text(String field, @Nullable String value) {
        if (value == null) {
            throw CounterException.at(field, KernelError.FIELD_MISSING, field);
        }
        return value;
    }

    /** A text, or an empty one. */
    static String optional(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A currency's code. */
    static String currency(@Nullable String value) {
        try {
            return Currency.getInstance(text("currency", value)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw CounterException.at("currency", KernelError.FIELD_INVALID, "currency");
        }
    }

    /** A state of a member. */
    static MemberView.State state(@Nullable String value) {
        try {
            return MemberView.State.valueOf(text("state", value).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw CounterException.at("state", KernelError.FIELD_INVALID, "state");
        }
    }

    /** An amount of minor units, or nothing. */
    static @Nullable Money money(@Nullable Long minor, String currency) {
        return minor == null ? null : Money.of(minor, currency);
    }
}
