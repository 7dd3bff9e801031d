package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.merchants.Merchants;

/**
 * Signs members in by a code sent to their phone. Nothing here tells a stranger whether a phone is known: unknown phones
 * go through the same steps and limits, they only get no message.
 */
@Dependent
class SigningIn {

    private static final int TOKEN_LENGTH = 32;
    private static final int CODES = 1_000_000;
    private static final int PER_DAY = 10;
    private static final int PER_DAY_FROM_ONE_ADDRESS = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final MemberRecords records;
    private final Wallets wallets;
    private final Merchants merchants;
    private final Parameters parameters;
    private final Attempts attempts;
    private final Outbox outbox;
    private final Vault vault;
    private final Clock clock;

    @Inject
    SigningIn(
            MemberRecords records,
            Wallets wallets,
            Merchants merchants,
            Parameters parameters,
            Attempts attempts,
            Outbox outbox,
            Vault vault,
            Clock clock) {
        this.records = records;
        this.wallets = wallets;
        this.merchants = merchants;
        this.parameters = parameters;
        this.attempts = attempts;
        this.outbox = outbox;
        this.vault = vault;
        this.clock = clock;
    }

    /** Makes a code for a phone, asked for from an address, and asks for the message. */
    void sendCode(UUID merchantId, String writtenPhone, String address) {
        String phone = phone(merchantId, writtenPhone);
        byte[] phoneHash = phoneHash(merchantId, phone);
        Instant now = clock.instant();
        refuseTooOften(merchantId, phoneHash, now);
        noteAddress(vault.index(merchantId, "sign-in-address", phone + "|" + address), now);
        UUID id = Ids.next(clock);
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        SignInCode row = new SignInCode(id, merchantId, phoneHash, SignInCode.hash(vault, merchantId, id, code), now);
        database.persist(row);
        Member member = member(merchantId, phoneHash);
        if (member != null) {
            String text =
                    text(member.language(), code, merchants.merchant(merchantId).name(member.language()));
            outbox.put(SmsRequest.TOPIC, id, SmsRequest.json(merchantId, phone, text, row.expiresAt()));
        }
    }

    /** Compares a code and gives a session's token. */
    String signIn(UUID merchantId, String writtenPhone, String code) {
        byte[] phoneHash = phoneHash(merchantId, phone(merchantId, writtenPhone));
        Instant now = clock.instant();
        Attempts.Try attempt = attempts.useTry(merchantId, phoneHash, now).orElseThrow(SigningIn::wrong);
        byte[] hash = SignInCode.hash(vault, merchantId, attempt.id(), code.strip());
        if (!MessageDigest.isEqual(hash, attempt.codeHash())) {
            throw wrong();
        }
        int used = database.createQuery("update SignInCode c set c.used = true where c.id = :id and c.used = false")
                .setParameter("id", attempt.id())
                .executeUpdate();
        Member member = member(merchantId, phoneHash);
        if (used == 0 || member == null) {
            throw wrong();
        }
        // Whoever was taken over has none until it is needed, and now they look into it.
        wallets.open(member, merchants.merchant(merchantId).currency());
        return newSession(member, now);
    }

    /** Who holds a token. */
    @Nullable
    Actor holder(String token) {
        MemberSession session = database.find(MemberSession.class, tokenHash(token));
        if (session == null) {
            return null;
        }
        Member member = database.find(Member.class, session.memberId());
        Duration idle = Duration.ofSeconds(parameters.value(MemberRules.SESSION_IDLE, member.merchantId()));
        if (session.isOver(clock.instant(), idle) || member.state() == MemberView.State.CLOSED) {
            return null;
        }
        session.seen(clock.instant());
        String name = Masking.greeting(member.name(vault));
        return new Actor("member:" + member.id(), name, "member", member.merchantId(), null);
    }

    /** Ends the session of a token. */
    void signOut(String token) {
        MemberSession session = database.find(MemberSession.class, tokenHash(token));
        if (session != null) {
            database.remove(session);
        }
    }

    /** Ends all sessions of a member. */
    void signOutAll(UUID memberId) {
        database.createQuery("delete from MemberSession s where s.memberId = :member")
                .setParameter("member", memberId)
                .executeUpdate();
    }

    private String newSession(Member member, Instant now) {
        byte[] random = new byte[TOKEN_LENGTH];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        long longest = parameters.value(MemberRules.SESSION_LONGEST, member.merchantId());
        database.persist(new MemberSession(tokenHash(token), member.id(), now, now.plusSeconds(longest)));
        return token;
    }

    /**
     * One code a minute and ten a day per phone; the lock makes two requests at once queue. Within the minute that is what is
     * said, the tenth time too: the code of before is good.
     */
    private void refuseTooOften(UUID merchantId, byte[] phoneHash, Instant now) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", ByteBuffer.wrap(phoneHash).getLong())
                .getSingleResult();
        Object[] counts = (Object[]) database.createNativeQuery(
                        "select count(*) filter (where made_at > :minute), count(*), " + second("made_at")
                                + " from members.sign_in_code where merchant_id = :merchant and phone_hash = :phone and made_at > :day")
                .setParameter("minute", now.minus(Duration.ofMinutes(1)))
                .setParameter("day", now.minus(DAY))
                .setParameter("merchant", merchantId)
                .setParameter("phone", phoneHash)
                .getSingleResult();
        if (((Number) counts[0]).longValue() > 0) {
            throw new CounterException(MemberError.TOO_MANY_ATTEMPTS);
        }
        if (((Number) counts[1]).longValue() >= PER_DAY) {
            throw tooMany(PER_DAY, (Number) counts[2], now);
        }
    }

    /** Neither phone nor address is kept, only the keyed hash of both. Those of one phone queue for its lock already. */
    private void noteAddress(byte[] phoneAndAddress, Instant now) {
        String subject = "sign-in:" + HexFormat.of().formatHex(phoneAndAddress);
        Object[] before = (Object[]) database.createNativeQuery("select count(*), " + second("at")
                        + " from members.attempt where subject = :subject and at > :day")
                .setParameter("subject", subject)
                .setParameter("day", now.minus(DAY))
                .getSingleResult();
        if (((Number) before[0]).longValue() >= PER_DAY_FROM_ONE_ADDRESS) {
            throw tooMany(PER_DAY_FROM_ONE_ADDRESS, (Number) before[1], now);
        }
        database.createNativeQuery("insert into members.attempt (subject, at) values (:subject, :at)")
                .setParameter("subject", subject)
                .setParameter("at", now)
                .executeUpdate();
    }

    /** The second by which the oldest was there. */
    private static String second(String moment) {
        return "ceil(extract(epoch from min(" + moment + ")))";
    }

    /** The next can be sent when the oldest is a day old: in so many hours, those that have begun included. */
    private static CounterException tooMany(int codes, Number oldestSecond, Instant now) {
        Duration left = Duration.between(
                now, Instant.ofEpochSecond(oldestSecond.longValue()).plus(DAY));
        return new CounterException(
                MemberError.TOO_MANY_CODES,
                codes,
                left.plusHours(1).minusNanos(1).toHours());
    }

    private @Nullable Member member(UUID merchantId, byte[] phoneHash) {
        return records.known(merchantId, MemberIdentifier.PHONE, phoneHash)
                .map(id -> database.find(Member.class, id))
                .filter(member -> member.state() != MemberView.State.CLOSED)
                .orElse(null);
    }

    private String phone(UUID merchantId, String written) {
        Optional<String> callingCode = records.callingCode(merchantId);
        return Identity.of(MemberIdentifier.PHONE, written, callingCode).value();
    }

    private byte[] phoneHash(UUID merchantId, String phone) {
        return vault.index(merchantId, MemberIdentifier.PHONE, phone);
    }

    private static String text(String language, String code, String merchant) {
        Locale locale = language.startsWith("zh") ? Locale.CHINESE : Locale.ROOT;
        String pattern = ResourceBundle.getBundle(
                        "org.walletcounter.members.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("sign-in-code");
        return MessageFormat.format(pattern, code, merchant, SignInCode.LASTS.toMinutes());
    }

    private static CounterException wrong() {
        return new CounterException(MemberError.OTP_WRONG);
    }

    private static byte[] tokenHash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
