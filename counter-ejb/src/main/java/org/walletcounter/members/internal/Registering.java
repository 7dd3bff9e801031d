package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.members.Birthday;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.Registration;
import org.walletcounter.merchants.Merchants;

/** Makes members, and binds what they are known by. */
@Dependent
class Registering {

    private static final int LONGEST_NAME = 80;
    private static final int CODE_DIGITS = 8;

    private final MemberRecords records;
    private final Wallets wallets;
    private final Merchants merchants;
    private final Vault vault;
    private final Clock clock;
    private final Announcing announcing;

    @Inject
    Registering(
            MemberRecords records,
            Wallets wallets,
            Merchants merchants,
            Vault vault,
            Clock clock,
            Announcing announcing) {
        this.records = records;
        this.wallets = wallets;
        this.merchants = merchants;
        this.vault = vault;
        this.clock = clock;
        this.announcing = announcing;
    }

    /** What somebody was registered or identified with, so that a repeat is known and nothing else can be told. */
    String fingerprint(Actor actor, String content) {
        return HexFormat.of().formatHex(vault.index(actor.merchantId(), "command", content));
    }

    /** Imports may bring people whose phone and consent were never written down; nobody else may. */
    Member register(Actor actor, Registration registration) {
        boolean imported = actor.role().equals("system");
        UUID merchant = actor.merchantId();
        List<Identity> identities = identities(merchant, registration, imported);
        String name = checkedName(registration.name());
        Birthday birthday = birthday(registration.birthday());
        boolean consents = registration.privacyNotice().equals(PrivacyNotices.IN_FORCE);
        if (!consents && !(imported && registration.privacyNotice().isEmpty())) {
            throw CounterException.at("privacyNotice", MemberError.CONSENT_MISSING, PrivacyNotices.IN_FORCE);
        }
        identities.forEach(identity -> refuseIfTaken(merchant, identity));
        Instant now = clock.instant();
        Member member = new Member(Ids.next(clock), merchant, newCode(merchant), now, vault);
        member.call(name, language(registration.language()), vault);
        member.born(birthday, vault);
        records.add(member, "phone");
        identities.forEach(identity -> bind(member, identity));
        if (consents) {
            records.add(
                    new ConsentGiven(member.id(), registration.privacyNotice(), true, channel(actor), now),
                    "privacyNotice");
        }
        wallets.open(member, merchants.merchant(merchant).currency());
        announcing.changed(member, "registered");
        return member;
    }

    /** Binds an identifier, and tells whether it is new to the member; a phone takes the place of the one before. */
    boolean identify(Member member, String kind, String value) {
        Identity identity = Identity.of(kind, value, records.callingCode(member.merchantId()));
        Optional<UUID> known =
                records.known(member.merchantId(), identity.kind(), identity.hash(vault, member.merchantId()));
        if (known.isPresent() && known.get().equals(member.id())) {
            return false;
        }
        refuseIfTaken(member.merchantId(), identity);
        if (kind.equals(MemberIdentifier.PHONE)) {
            records.dropPhone(member.id());
        }
        bind(member, identity);
        return true;
    }

    /** A name as people write it, without blanks around it. */
    static String checkedName(String written) {
        String name = written.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw CounterException.at("name", MemberError.NAME_INVALID);
        }
        return name;
    }

    /** A birthday as told, in any zone of the earth not after today; null for none. */
    @Nullable
    Birthday birthday(@Nullable String told) {
        if (told == null || told.isBlank()) {
            return null;
        }
        return Birthday.parse(told, LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX))
                .orElseThrow(() -> CounterException.at("birthday", MemberError.BIRTHDAY_INVALID));
    }

    /** The language we speak that is nearest to the one asked for. */
    static String language(String asked) {
        return asked.startsWith("zh") ? "zh" : "en";
    }

    private List<Identity> identities(UUID merchant, Registration registration, boolean imported) {
        List<Identity> identities = new ArrayList<>();
        if (!imported || !registration.phone().isBlank()) {
            identities.add(Identity.of(MemberIdentifier.PHONE, registration.phone(), records.callingCode(merchant)));
        }
        String card = registration.card();
        if (card != null && !card.isBlank()) {
            identities.add(Identity.of("card", card, Optional.empty()));
        }
        return identities;
    }

    /** What somebody had who has left is not taken. */
    private void refuseIfTaken(UUID merchant, Identity identity) {
        byte[] hash = identity.hash(vault, merchant);
        records.release(merchant, identity, hash);
        if (records.known(merchant, identity.kind(), hash).isPresent()) {
            throw CounterException.at(identity.kind(), MemberError.IDENTIFIER_TAKEN);
        }
    }

    private void bind(Member member, Identity identity) {
        records.add(new MemberIdentifier(Ids.next(clock), member, identity, clock.instant(), vault), identity.kind());
    }

    /** Longer when short ones become rare. */
    String newCode(UUID merchant) {
        int tries = 0;
        String code = MemberCode.next(CODE_DIGITS);
        while (records.isTaken(merchant, code)) {
            tries++;
            code = MemberCode.next(CODE_DIGITS + tries / 3);
        }
        return code;
    }

    private static String channel(Actor actor) {
        return actor.role().equals("system") ? "import" : "counter";
    }
}
