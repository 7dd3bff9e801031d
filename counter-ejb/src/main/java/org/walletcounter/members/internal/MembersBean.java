package org.walletcounter.members.internal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.DeviceKey;
import org.walletcounter.members.MemberFacts;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.Payer;
import org.walletcounter.members.Registration;
import org.walletcounter.members.WalletView;
import org.walletcounter.merchants.Merchants;

/** The members' door over PostgreSQL and the ledger. */
@Stateless
@DeclareRoles({"cashier", "manager", "analyst", "administrator", "member", "system"})
public class MembersBean implements Members {

    @Inject
    MemberViews views;

    @Inject
    FindingMembers finding;

    @Inject
    Registering registering;

    @Inject
    ChangingMembers changing;

    @Inject
    ChangingState changingState;

    @Inject
    RecognisingPayers recognising;

    @Inject
    SigningIn signingIn;

    @Inject
    Merchants merchants;

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "system"})
    public MemberView register(Actor actor, Registration registration) {
        return views.of(actor, registering.register(actor, registration));
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public MemberView member(Actor actor, UUID memberId) {
        return views.of(actor, memberId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public Set<UUID> known(Actor actor, Set<UUID> memberIds) {
        return finding.known(actor, memberIds);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public Optional<UUID> byNumber(Actor actor, String number) {
        return finding.byNumber(actor, number);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "system"})
    public Page<MemberView> find(Actor actor, String text, @Nullable String after, int limit) {
        return views.of(actor, finding.find(actor, text, after, limit));
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member"})
    public MemberView change(Actor actor, UUID memberId, String name, String language) {
        return changing.call(actor, memberId, name, language);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member"})
    public MemberView changeLanguage(Actor actor, UUID memberId, String language) {
        return changing.speak(actor, memberId, language);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public MemberView tellBirthday(Actor actor, UUID memberId, @Nullable String birthday) {
        return changing.born(actor, memberId, birthday);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MemberFacts facts(Actor actor, UUID memberId) {
        return finding.facts(actor, memberId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "system"})
    public MemberView identify(Actor actor, UUID memberId, String kind, String value) {
        return changing.identify(actor, memberId, kind, value);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member"})
    public MemberView setState(Actor actor, UUID memberId, MemberView.State state) {
        changingState.change(actor, memberId, state);
        return views.of(actor, memberId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public WalletView openWallet(Actor actor, UUID memberId, String currency) {
        return changing.openWallet(actor, memberId, currency);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "member"})
    public WalletView limit(
            Actor actor, UUID memberId, @Nullable Money single, @Nullable Money daily, String currency) {
        return changing.limit(actor, memberId, single, daily, currency);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "member", "system"})
    public DeviceKey enrolDevice(Actor actor, UUID memberId) {
        return changing.enrolDevice(actor, memberId);
    }

    @Override
    @RolesAllowed("member")
    public void checkDevice(Actor actor, UUID memberId, long number) {
        changing.checkDevice(actor, memberId, number);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member"})
    public void forgetDevices(Actor actor, UUID memberId) {
        changing.forgetDevices(actor, memberId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Payer payer(Actor actor, String shown, String currency) {
        Wallets.requireHouse(currency, merchants.merchant(actor.merchantId()).currency());
        return recognising.recognise(actor, shown, currency);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public Payer payer(Actor actor, UUID memberId, String currency) {
        return changing.payer(actor, memberId, currency);
    }

    @Override
    @PermitAll
    public void sendSignInCode(UUID merchantId, String phone, String address) {
        signingIn.sendCode(merchantId, phone, address);
    }

    @Override
    @PermitAll
    public String signIn(UUID merchantId, String phone, String code) {
        return signingIn.signIn(merchantId, phone, code);
    }

    @Override
    @PermitAll
    public @Nullable Actor memberOf(String sessionToken) {
        return signingIn.holder(sessionToken);
    }

    @Override
    @PermitAll
    public void signOut(String sessionToken) {
        signingIn.signOut(sessionToken);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public String fingerprint(Actor actor, String content) {
        return registering.fingerprint(actor, content);
    }

    @Override
    @PermitAll
    public PrivacyNotice privacyNotice(UUID merchantId, String language) {
        return PrivacyNotices.inForce(merchants.merchant(merchantId), language);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "member"})
    public List<Consent> consents(Actor actor, UUID memberId) {
        return views.consents(actor, memberId);
    }
}
