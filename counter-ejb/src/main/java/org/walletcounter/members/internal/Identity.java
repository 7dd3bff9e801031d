package org.walletcounter.members.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.members.MemberError;

/**
 * An identifier in the one form it is kept and searched in.
 *
 * @param kind phone, card, email or external
 */
record Identity(String kind, String value) {

    private static final Set<String> NUMBERS = Set.of("card", "external");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9._:/-]{1,64}");
    private static final Pattern BANK_CARD = Pattern.compile("[3-6][0-9]{14,15}");

    /** Brings an identifier into its form, or refuses it. */
    static Identity of(String kind, String written, Optional<String> callingCode) {
        if (kind.equals(MemberIdentifier.PHONE)) {
            return new Identity(
                    kind,
                    PhoneNumbers.normalise(written, callingCode)
                            .orElseThrow(() -> CounterException.at("phone", MemberError.PHONE_INVALID)));
        }
        if (kind.equals("email")) {
            return checked(new Identity(kind, written.strip().toLowerCase(Locale.ROOT)), EMAIL);
        }
        if (NUMBERS.contains(kind)) {
            Identity number = checked(new Identity(kind, number(written)), NUMBER);
            if (isBankCard(number.value)) {
                throw CounterException.at(kind, KernelError.FIELD_INVALID, kind);
            }
            return number;
        }
        throw CounterException.at("kind", KernelError.FIELD_INVALID, "kind");
    }

    /** A card or outside number without the blanks that people write into it. */
    static String number(String written) {
        return written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    byte[] hash(Vault vault, UUID merchantId) {
        return vault.index(merchantId, kind, value);
    }

    private static Identity checked(Identity identity, Pattern form) {
        if (!form.matcher(identity.value).matches()) {
            throw CounterException.at("value", KernelError.FIELD_INVALID, "value");
        }
        return identity;
    }

    /** The number of a bank card must never get in here, not even by mistake: 15 or 16 digits with a right check digit. */
    private static boolean isBankCard(String number) {
        return BANK_CARD.matcher(number).matches() && MemberCode.checks(number);
    }
}
