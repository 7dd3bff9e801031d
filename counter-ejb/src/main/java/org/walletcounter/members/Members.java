package org.walletcounter.members;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;

/**
 * The door to the customer database and the wallets (会员与钱包). Commands join the caller's transaction and refuse with
 * {@link MemberError}. Thread-safe.
 */
public interface Members {

    /**
     * Makes a member with a wallet in the merchant's currency. What somebody was known by who has left is free for whoever
     * comes, them included.
     */
    MemberView register(Actor actor, Registration registration);

    /** A member in the actor's scope. */
    MemberView member(Actor actor, UUID memberId);

    /** Which of these ids are members of the actor's merchant who have not left. */
    Set<UUID> known(Actor actor, Set<UUID> memberIds);

    /**
     * The one member who is known by this whole phone number, card or member code and has not left; empty if there is none.
     * Never by name, so that nobody finds out about people whom they do not know; and a member asks so many times an hour, so
     * that nobody tries numbers out.
     *
     * @throws CounterException {@link MemberError#TOO_MANY_LOOK_UPS}
     */
    Optional<UUID> byNumber(Actor actor, String number);

    /**
     * Finds members by phone, card, code or name. A number must match whole; a name may be a part of at least two
     * characters. Newest first.
     */
    Page<MemberView> find(Actor actor, String text, @Nullable String after, int limit);

    /** Changes name and language. */
    MemberView change(Actor actor, UUID memberId, String name, String language);

    /** Changes the language alone, to "en" or "zh"; any other is refused at the field "language". */
    MemberView changeLanguage(Actor actor, UUID memberId, String language);

    /**
     * Tells or corrects the birthday; null or empty takes it away. Members tell it once, since treats hang on it; staff
     * correct it.
     */
    MemberView tellBirthday(Actor actor, UUID memberId, @Nullable String birthday);

    /** What pricing may know of a member in the actor's scope. Remembered for a minute, so that a payment may ask it. */
    MemberFacts facts(Actor actor, UUID memberId);

    /**
     * Binds another identifier: "card", "email", "external", or a changed "phone", which ends the phones of before and signs
     * them out. Cashiers change no phones: whoever holds the number signs in as the member.
     */
    MemberView identify(Actor actor, UUID memberId, String kind, String value);

    /** Freezes, thaws or closes. Closing wants empty wallets. Members freeze themselves; only staff thaw. */
    MemberView setState(Actor actor, UUID memberId, MemberView.State state);

    /** Opens a wallet in another currency; a repeat gives the same wallet. */
    WalletView openWallet(Actor actor, UUID memberId, String currency);

    /**
     * The member's own limits for the wallet in the merchant's currency, which is opened now if it is not there yet; null takes
     * a limit away. The house's limits hold in any case.
     *
     * @throws CounterException {@link MemberError#CURRENCY_MISMATCH}, {@link MemberError#LIMIT_INVALID}
     */
    WalletView limit(Actor actor, UUID memberId, @Nullable Money single, @Nullable Money daily, String currency);

    /** Enrols a phone: its key for payment codes, shown this once. */
    DeviceKey enrolDevice(Actor actor, UUID memberId);

    /**
     * Asks whether a phone still makes codes that pay.
     *
     * @throws CounterException {@link MemberError#NO_SUCH_DEVICE} when it has been ended or is not this member's
     */
    void checkDevice(Actor actor, UUID memberId, long number);

    /** Ends all of a member's phones and signs them out. */
    void forgetDevices(Actor actor, UUID memberId);

    /**
     * Who shows this payment code, ready to pay in the merchant's currency. Nothing is claimed yet: the payment
     * does that with {@link Payer#claim}.
     *
     * @throws CounterException {@link MemberError#CURRENCY_MISMATCH}, then in the order of {@link MemberError} from
     *     CODE_NOT_OURS on
     */
    Payer payer(Actor actor, String shown, String currency);

    /**
     * A member as a payer without a code: for phones that are signed in, for imports and for money that comes in. The wallet
     * is opened now if it is not there yet.
     */
    Payer payer(Actor actor, UUID memberId, String currency);

    /**
     * Sends a one-time code to a phone, whether or not somebody is known by it. A phone gets one a minute and ten a day, and
     * half of them at most are asked for from one address: whoever knows a number cannot keep its owner out alone.
     *
     * @throws CounterException {@link MemberError#TOO_MANY_ATTEMPTS} within the minute, {@link MemberError#TOO_MANY_CODES}
     *     within the day
     */
    void sendSignInCode(UUID merchantId, String phone, String address);

    /**
     * Signs a member in with the one-time code and gives a session token of 256 random bits; delivery keeps it in a
     * cookie. Whoever had no wallet yet has one now, in the merchant's currency.
     */
    String signIn(UUID merchantId, String phone, String code);

    /** Who holds this session token, as an actor of role member; null when it is not valid (any more). */
    @Nullable
    Actor memberOf(String sessionToken);

    /** Ends a session. */
    void signOut(String sessionToken);

    /**
     * What a command about a member says, as a keyed hash in hex. A repeat is known by it, and who has the database alone
     * cannot find out by trying whose names and numbers went into it.
     */
    String fingerprint(Actor actor, String content);

    /** The privacy notice in force: its version and its text in a language. */
    PrivacyNotice privacyNotice(UUID merchantId, String language);

    /** What a member has agreed to, newest first. */
    List<Consent> consents(Actor actor, UUID memberId);

    /** A privacy notice (隐私声明). */
    record PrivacyNotice(String version, String text) {}

    /** One consent, given or withdrawn. */
    record Consent(String notice, java.time.Instant at, boolean given, String channel) {}
}
