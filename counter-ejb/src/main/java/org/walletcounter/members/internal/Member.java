package org.walletcounter.members.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.members.Birthday;
import org.walletcounter.members.MemberFacts;
import org.walletcounter.members.MemberView;

/** A customer as kept: what is personal is sealed under the member's own key. */
@Entity
@Table(schema = "members", name = "member")
class Member {

    @Id
    private UUID id;

    @Column(name = "merchant_id")
    private UUID merchantId;

    private String code;

    @Enumerated(EnumType.STRING)
    private MemberView.State state;

    private String language;

    @Column(name = "name_sealed")
    private byte[] nameSealed;

    @Column(name = "name_index")
    private byte[][] nameIndex;

    @Column(name = "birthday_sealed")
    private byte @Nullable [] birthdaySealed;

    @Column(name = "birthday_index")
    private byte @Nullable [] birthdayIndex;

    @Column(name = "text_reminders")
    private boolean textReminders;

    @Column(name = "key_wrapped")
    private byte[] keyWrapped;

    @Column(name = "joined_at")
    private Instant joinedAt;

    @Version
    private int version;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    Member(UUID id, UUID merchantId, String code, Instant joinedAt, Vault vault) {
        this.id = id;
        this.merchantId = merchantId;
        this.code = code;
        this.state = MemberView.State.ACTIVE;
        this.language = "en";
        this.joinedAt = joinedAt;
        this.keyWrapped = vault.newKey(id);
        this.nameSealed = new byte[0];
        this.nameIndex = new byte[0][];
    }

    UUID id() {
        return id;
    }

    UUID merchantId() {
        return merchantId;
    }

    String code() {
        return code;
    }

    MemberView.State state() {
        return state;
    }

    String language() {
        return language;
    }

    Instant joinedAt() {
        return joinedAt;
    }

    boolean wantsTexts() {
        return textReminders;
    }

    /** Wants reminders by text message, or none. */
    void wantTexts(boolean whether) {
        textReminders = whether;
    }

    /** Becomes active, frozen or closed. Who has left is not looked for on their birthday any more. */
    void become(MemberView.State other) {
        state = other;
        if (other == MemberView.State.CLOSED) {
            birthdayIndex = null;
        }
    }

    /** Takes a name and a language. */
    void call(String name, String inLanguage, Vault vault) {
        language = inLanguage;
        nameSealed = seal(vault, namePlace(id), name);
        nameIndex = NameParts.of(name).stream()
                .map(part -> namePart(vault, merchantId, part))
                .toArray(byte[][]::new);
    }

    /** Wants to be written to in another language. */
    void speak(String another) {
        language = another;
    }

    /** Whether the key is destroyed: nothing that was sealed under it opens any more. */
    boolean isErased() {
        return keyWrapped.length == 0;
    }

    /** Whether it can be told which of the installation's keys this member's key is wrapped under; not when badly damaged. */
    boolean tellsKeyNumber() {
        return Seal.tellsKeyNumber(keyWrapped);
    }

    /** The number of the installation's key that this member's key is wrapped under. */
    int keyNumber() {
        return Seal.keyNumber(keyWrapped);
    }

    /** The name; empty once the member is erased. */
    String name(Vault vault) {
        return isErased() ? "" : open(vault, namePlace(id), nameSealed);
    }

    /** Takes a birthday, or forgets it. */
    void born(@Nullable Birthday birthday, Vault vault) {
        birthdaySealed = birthday == null ? null : seal(vault, birthdayPlace(id), birthday.toString());
        birthdayIndex = birthday == null ? null : birthdayMark(vault, merchantId, birthday.day());
    }

    /** Makes a birthday found that was told before there was a mark to find it by. */
    void markBirthday(Vault vault) {
        Birthday told = birthday(vault);
        birthdayIndex = told == null ? null : birthdayMark(vault, merchantId, told.day());
    }

    /** The birthday; null where it was not told, or is erased. */
    @Nullable
    Birthday birthday(Vault vault) {
        return Optional.ofNullable(birthdaySealed)
                .filter(kept -> !isErased())
                .map(kept -> open(vault, birthdayPlace(id), kept))
                .flatMap(written -> Birthday.parse(written, LocalDate.MAX))
                .orElse(null);
    }

    MemberFacts facts(Vault vault) {
        return new MemberFacts(id, merchantId, joinedAt, birthday(vault));
    }

    byte[] seal(Vault vault, String place, String text) {
        return vault.seal(keyWrapped, id, place, text);
    }

    byte[] seal(Vault vault, String place, byte[] value) {
        return vault.seal(keyWrapped, id, place, value);
    }

    String open(Vault vault, String place, byte[] sealed) {
        return vault.text(keyWrapped, id, place, sealed);
    }

    byte[] openBytes(Vault vault, String place, byte[] sealed) {
        return vault.bytes(keyWrapped, id, place, sealed);
    }

    /** The short hash under which a part of a name is searched. */
    static byte[] namePart(Vault vault, UUID merchantId, String part) {
        return Arrays.copyOf(vault.index(merchantId, "name", part), 8);
    }

    /** The short hash under which a day's birthdays are found: only 366 days could be guessed, but not without the key. */
    static byte[] birthdayMark(Vault vault, UUID merchantId, MonthDay day) {
        return Arrays.copyOf(vault.index(merchantId, "birthday", day.toString()), 8);
    }

    /** Where a member's birthday is sealed to. */
    static String birthdayPlace(UUID id) {
        return "members.member|birthday_sealed|" + id;
    }

    /** Where a member's name is sealed to. */
    static String namePlace(UUID id) {
        return "members.member|name_sealed|" + id;
    }
}
