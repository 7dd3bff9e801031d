package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.members.Birthday;
import org.walletcounter.members.DeviceKey;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Payer;
import org.walletcounter.members.WalletView;

/** What may be done to somebody who is a member already, each with its announcement. */
@Dependent
class ChangingMembers {

    private static final String CHANGED = "changed";

    /** What we speak. */
    private static final List<String> LANGUAGES = List.of("en", "zh");

    /** Who may give a member another phone number: whoever holds that phone signs in as the member and pays. */
    private static final Set<String> MAY_CHANGE_PHONES = Set.of("manager", "administrator", "system");

    private final MemberRecords records;
    private final MemberViews views;
    private final Registering registering;
    private final Wallets wallets;
    private final Devices devices;
    private final SigningIn signingIn;
    private final Announcing announcing;
    private final Vault vault;

    @Inject
    ChangingMembers(
            MemberRecords records,
            MemberViews views,
            Registering registering,
            Wallets wallets,
            Devices devices,
            SigningIn signingIn,
            Announcing announcing,
            Vault vault) {
        this.records = records;
        this.views = views;
        this.registering = registering;
        this.wallets = wallets;
        this.devices = devices;
        this.signingIn = signingIn;
        this.announcing = announcing;
        this.vault = vault;
    }

    MemberView call(Actor actor, UUID memberId, String name, String language) {
        Member member = records.present(actor, memberId);
        member.call(Registering.checkedName(name), Registering.language(language), vault);
        announcing.changed(member, CHANGED);
        return views.of(actor, member);
    }

    /** Changes the language alone, so that a name that is changed at the same moment is not lost. */
    MemberView speak(Actor actor, UUID memberId, String language) {
        if (!LANGUAGES.contains(language)) {
            throw CounterException.at("language", KernelError.FIELD_INVALID, String.join(", ", LANGUAGES));
        }
        Member member = records.present(actor, memberId);
        member.speak(language);
        announcing.changed(member, CHANGED);
        return views.of(actor, member);
    }

    MemberView born(Actor actor, UUID memberId, @Nullable String told) {
        Birthday birthday = registering.birthday(told);
        Member member = records.present(actor, memberId);
        if (actor.role().equals("member") && member.birthday(vault) != null) {
            throw CounterException.at("birthday", MemberError.BIRTHDAY_ALREADY_TOLD);
        }
        member.born(birthday, vault);
        announcing.act(actor, "member.birthday", member, birthday == null ? "taken away" : "told");
        announcing.changed(member, CHANGED);
        return views.of(actor, member);
    }

    /** Binds an identifier. With a new number the phones of before make no codes any more and are signed out. */
    MemberView identify(Actor actor, UUID memberId, String kind, String value) {
        Member member = records.present(actor, memberId);
        if (kind.equals(MemberIdentifier.PHONE) && !MAY_CHANGE_PHONES.contains(actor.role())) {
            throw new CounterException(KernelError.ROLE_MAY_NOT);
        }
        boolean isNew = registering.identify(member, kind, value);
        if (isNew && kind.equals(MemberIdentifier.PHONE)) {
            endPhones(memberId);
        }
        announcing.act(actor, "member.identified", member, kind);
        announcing.changed(member, CHANGED);
        return views.of(actor, member);
    }

    WalletView openWallet(Actor actor, UUID memberId, String currency) {
        Member member = records.present(actor, memberId);
        Wallet wallet = wallets.open(member, currency);
        announcing.changed(member, CHANGED);
        return wallets.view(member.merchantId(), wallet);
    }

    WalletView limit(Actor actor, UUID memberId, @Nullable Money single, @Nullable Money daily, String currency) {
        Member member = records.present(actor, memberId);
        Wallets.requireHouse(currency, records.currency(member.merchantId()));
        Wallet wallet = wallets.open(member, currency);
        wallets.limit(member, wallet, single, daily);
        announcing.act(actor, "member.limited", member, "single " + single + ", daily " + daily);
        announcing.changed(member, CHANGED);
        return wallets.view(member.merchantId(), wallet);
    }

    DeviceKey enrolDevice(Actor actor, UUID memberId) {
        Member member = records.present(actor, memberId);
        DeviceKey key = devices.enrol(member);
        announcing.act(actor, "device.enrolled", member, "device " + key.number());
        announcing.changed(member, CHANGED);
        return key;
    }

    void checkDevice(Actor actor, UUID memberId, long number) {
        Member member = records.seen(actor, memberId);
        if (!devices.isLive(member.id(), number)) {
            throw new CounterException(MemberError.NO_SUCH_DEVICE);
        }
    }

    void forgetDevices(Actor actor, UUID memberId) {
        Member member = records.seen(actor, memberId);
        endPhones(memberId);
        announcing.act(actor, "devices.ended", member, "");
        announcing.changed(member, CHANGED);
    }

    /** A phone that stayed signed in would only enrol itself again. */
    private void endPhones(UUID memberId) {
        devices.endAll(memberId);
        signingIn.signOutAll(memberId);
    }

    /** A member as a payer without a code. A frozen wallet is the ledger's to refuse: money may still arrive. */
    Payer payer(Actor actor, UUID memberId, String currency) {
        Member member = records.present(actor, memberId);
        return new Payer(
                memberId,
                wallets.open(member, currency).account(),
                null,
                Masking.greeting(member.name(vault)),
                member.language());
    }
}
