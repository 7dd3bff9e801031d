package org.walletcounter.members.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens personal data. Each member has a key of their own, kept wrapped under the installation's key; once the
 * wrapped key is destroyed, everything sealed under it is unreadable for ever. Thread-safe.
 */
@ApplicationScoped
class Vault {

    private static final int MEMBER_KEY = 1;
    private static final int KEY_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MembersSettings settings;
    private InstallationKeys keys;

    @Inject
    Vault(MembersSettings settings) {
        this.settings = settings;
    }

    /** A vault that is open already. */
    Vault(InstallationKeys keys) {
        this(new MembersSettings());
        this.keys = keys;
    }

    /** For the container's proxies. */
    Vault() {
        this(new MembersSettings());
    }

    @PostConstruct
    void open() {
        keys = settings.installationKeys();
    }

    /** Proves that the keys are there and work; asked at start, so that a broken key file shows at once. */
    void check() {
        UUID nobody = new UUID(0, 0);
        byte[] key = newKey(nobody);
        text(key, nobody, "check", seal(key, nobody, "check", "ready"));
    }

    /** A new member's key, wrapped. */
    byte[] newKey(UUID memberId) {
        byte[] key = new byte[KEY_LENGTH];
        RANDOM.nextBytes(key);
        return Seal.close(keys.current(), keys.wrappingKey(keys.current()), keyPlace(memberId), key);
    }

    /** Seals a text of a member for its place. */
    byte[] seal(byte[] wrappedKey, UUID memberId, String place, String text) {
        return seal(wrappedKey, memberId, place, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals bytes of a member for their place. */
    byte[] seal(byte[] wrappedKey, UUID memberId, String place, byte[] value) {
        return Seal.close(MEMBER_KEY, memberKey(wrappedKey, memberId), place, value);
    }

    /** Opens a text of a member. */
    String text(byte[] wrappedKey, UUID memberId, String place, byte[] sealed) {
        return new String(bytes(wrappedKey, memberId, place, sealed), StandardCharsets.UTF_8);
    }

    /** Opens bytes of a member. */
    byte[] bytes(byte[] wrappedKey, UUID memberId, String place, byte[] sealed) {
        return Seal.open(memberKey(wrappedKey, memberId), place, sealed);
    }

    /** What is sealed for a member, opened with one look at the wrapped key. */
    Opening opening(byte[] wrappedKey, UUID memberId) {
        SecretKey key = memberKey(wrappedKey, memberId);
        return (place, closed) -> Seal.open(key, place, closed);
    }

    /** Opens what is sealed for one member. */
    @FunctionalInterface
    interface Opening {

        /** Bytes of a place. */
        byte[] bytes(String place, byte[] sealed);

        /** The text of a place. */
        default String text(String place, byte[] sealed) {
            return new String(bytes(place, sealed), StandardCharsets.UTF_8);
        }
    }

    /** The keyed hash of a value for search: equal values of a merchant have equal hashes, and nobody else can tell. */
    byte[] index(UUID merchantId, String kind, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.index());
            return mac.doFinal((merchantId + "|" + kind + "|" + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256.", impossible);
        }
    }

    private SecretKey memberKey(byte[] wrapped, UUID memberId) {
        SecretKey wrapping = keys.wrappingKey(Seal.keyNumber(wrapped));
        return new SecretKeySpec(Seal.open(wrapping, keyPlace(memberId), wrapped), "AES");
    }

    private static String keyPlace(UUID memberId) {
        return "members.member|key_wrapped|" + memberId;
    }
}
