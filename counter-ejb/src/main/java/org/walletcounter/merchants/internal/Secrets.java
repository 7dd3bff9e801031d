package org.walletcounter.merchants.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * Passwords and keys. A password is kept as bcrypt, which the server's realm reads; an API key carries 256 random bits,
 * so that a plain SHA-256 is enough and costs nothing per request. The rules for passwords are those of OWASP ASVS 5.0,
 * 6.2: length, no composition rules, none of the common ones, not the user name.
 */
class Secrets {

    private static final int COST = 11;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int SHORTEST = 12;
    private static final int LONGEST_BYTES = 72;
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "administrator",
            "changemeplease",
            "passwordpassword",
            "password1234",
            "password12345",
            "qwertyuiop12",
            "qwertyuiop123",
            "walletcounter",
            "letmeinletmein",
            "iloveyouiloveyou",
            "111111111111",
            "000000000000",
            "abcdefghijkl");

    private final SecureRandom random = new SecureRandom();

    /** Refuses a password that is too short, too long, too common or holds the user name. */
    void requireDecent(String password, String username) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw CounterException.at("password", MerchantError.PASSWORD_LENGTH);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        boolean oneLetter = plain.chars().distinct().count() < 4;
        if (COMMON.contains(plain) || plain.contains(username.toLowerCase(Locale.ROOT)) || oneLetter) {
            throw CounterException.at("password", MerchantError.PASSWORD_WEAK);
        }
    }

    String bcrypt(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try {
            PasswordFactory factory = PasswordFactory.getInstance(
                    BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance());
            return ModularCrypt.encodeAsString(factory.generatePassword(new EncryptablePasswordSpec(
                    password.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(COST, salt))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The server brings bcrypt.", impossible);
        }
    }

    /** Takes as long as comparing with a kept password, which is hashed as often, and is false. */
    boolean matchesNobody(String password) {
        return bcrypt(password).isEmpty();
    }

    /** A new key: "wck_" and 256 random bits in URL-safe Base64. */
    String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return "wck_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] hashOf(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
