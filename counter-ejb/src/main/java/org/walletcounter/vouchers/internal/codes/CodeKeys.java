package org.walletcounter.vouchers.internal.codes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What codes are made and found with: two keys drawn from the installation's key file. One makes a batch's codes, so that
 * they can be written out again and need be kept nowhere; the other hashes a code for its place in the database.
 * Thread-safe.
 */
@ApplicationScoped
public class CodeKeys {

    private static final String HMAC = "HmacSHA256";

    private final VouchersSettings settings;
    private volatile @Nullable Keys keys;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected CodeKeys() {
        this.settings = null;
    }

    @Inject
    public CodeKeys(VouchersSettings settings) {
        this.settings = settings;
    }

    /** Makes the codes of a batch, by their serial numbers. For one thread. */
    public Making making(UUID batchId) {
        return new Making(mac(keys().making()), batchId);
    }

    /** Hashes codes. For one thread. */
    public Hashing hashing() {
        return new Hashing(mac(keys().finding()));
    }

    /** The place of one code in the database. */
    public UUID hash(String code) {
        return hashing().of(code);
    }

    private Keys keys() {
        Keys known = keys;
        if (known == null) {
            byte[] root = settings.installationKey();
            known = new Keys(drawn(root, "vouchers: making codes"), drawn(root, "vouchers: finding codes"));
            keys = known;
        }
        return known;
    }

    private static byte[] drawn(byte[] root, String purpose) {
        return mac(root).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HMAC + ".", impossible);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Keys(byte[] making, byte[] finding) {}

    /** The codes of one batch. */
    public record Making(Mac mac, UUID batchId) {

        public VoucherCode code(int serial) {
            ByteBuffer input = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                    .putLong(batchId.getMostSignificantBits())
                    .putLong(batchId.getLeastSignificantBits())
                    .putInt(serial);
            return VoucherCode.of(ByteBuffer.wrap(mac.doFinal(input.array())).getLong());
        }
    }

    /** The places of codes. */
    public record Hashing(Mac mac) {

        public UUID of(String code) {
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(code.getBytes(StandardCharsets.US_ASCII)));
            return new UUID(hash.getLong(), hash.getLong());
        }
    }
}
