package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Payer;
import org.walletcounter.members.PaymentCode;
import org.walletcounter.members.internal.WarmDevices.Purse;
import org.walletcounter.members.internal.WarmDevices.Warm;

/** Tells from a payment code who pays. For a device that paid a while ago this is one statement. */
@Dependent
class RecognisingPayers {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String STANDING = """
            select m.state, d.ended_at is null,
                   (select count(*) from members.attempt a where a.subject = :device and a.at > :since),
                   (select count(*) from members.attempt a where a.subject = :caller and a.at > :since)
            from (select 1) one
            left join members.device d on d.number = :number
            left join members.member m on m.id = d.member_id and m.merchant_id = :merchant""";

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final WarmDevices warmDevices;
    private final Wallets wallets;
    private final Attempts attempts;
    private final Parameters parameters;
    private final Vault vault;
    private final Clock clock;

    @Inject
    RecognisingPayers(
            WarmDevices warmDevices,
            Wallets wallets,
            Attempts attempts,
            Parameters parameters,
            Vault vault,
            Clock clock) {
        this.warmDevices = warmDevices;
        this.wallets = wallets;
        this.attempts = attempts;
        this.parameters = parameters;
        this.vault = vault;
        this.clock = clock;
    }

    /** Who shows this code; empty when they have no wallet of that currency yet. */
    Recognised recognise(Actor actor, String shown, String currency) {
        PaymentCode code = PaymentCode.parse(shown).orElseThrow(() -> new CounterException(notACode(shown)));
        Standing standing = standing(actor, code.device());
        refuseGuessing(actor, code, standing);
        if (!standing.known()) {
            throw wrong(actor, code, standing);
        }
        Warm warm = warmDevices.known(code.device(), clock.instant()).orElseGet(() -> load(code.device()));
        long step = stepOf(code, warm.secret()).orElseThrow(() -> wrong(actor, code, standing));
        refuseUnlessActive(standing.state());
        Claim claim = new Claim("code", code.device() + ":" + step, MemberError.CODE_ALREADY_USED);
        return new Recognised(warm, Optional.ofNullable(purse(code.device(), warm, currency)), claim);
    }

    /** A member's number or card tells who somebody is, but pays nothing: only the changing code does. */
    private static MemberError notACode(String shown) {
        return MemberCode.kept(shown).matches("M[0-9]{8,12}") ? MemberError.CODE_INVALID : MemberError.CODE_NOT_OURS;
    }

    private Optional<Long> stepOf(PaymentCode code, byte[] secret) {
        long now = PaymentCode.stepAt(clock.instant());
        for (long step : new long[] {now, now - 1, now + 1}) {
            if (code.isOf(secret, step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private Standing standing(Actor actor, long number) {
        Object[] row = (Object[]) database.createNativeQuery(STANDING)
                .setParameter("device", device(number))
                .setParameter("caller", actor.id())
                .setParameter("since", clock.instant().minus(WINDOW))
                .setParameter("number", number)
                .setParameter("merchant", actor.merchantId())
                .getSingleResult();
        boolean known = row[0] != null && (Boolean) row[1];
        return new Standing(
                known,
                known ? MemberView.State.valueOf((String) row[0]) : MemberView.State.CLOSED,
                ((Number) row[2]).longValue(),
                ((Number) row[3]).longValue());
    }

    private void refuseGuessing(Actor actor, PaymentCode code, Standing standing) {
        long most = parameters.value(MemberRules.WRONG_CODES, actor.merchantId());
        if (standing.wrongOfCaller >= most || standing.wrongOfDevice >= most) {
            MembersLog.LOG.guessing(standing.wrongOfCaller >= most ? actor.id() : device(code.device()));
            throw new CounterException(MemberError.TOO_MANY_ATTEMPTS);
        }
    }

    private CounterException wrong(Actor actor, PaymentCode code, Standing standing) {
        List<String> subjects = new ArrayList<>(List.of(actor.id()));
        if (standing.known()) {
            subjects.add(device(code.device()));
        }
        attempts.wrong(subjects, clock.instant());
        return new CounterException(MemberError.CODE_INVALID);
    }

    private static void refuseUnlessActive(MemberView.State state) {
        switch (state) {
            case ACTIVE -> {}
            case FROZEN -> throw new CounterException(MemberError.MEMBER_FROZEN);
            case CLOSED -> throw new CounterException(MemberError.MEMBER_CLOSED);
        }
    }

    /** The wallet, with the rules of the house as they are now. */
    private @Nullable Purse purse(long number, Warm warm, String currency) {
        Purse purse = warm.purses().get(currency);
        if (purse == null || purse.caps().equals(wallets.caps(warm.merchantId(), purse.wallet()))) {
            return purse;
        }
        return load(number).purses().get(currency);
    }

    private Warm load(long number) {
        Device device = database.find(Device.class, number);
        Member member = database.find(Member.class, device.memberId());
        Map<String, Purse> purses = new HashMap<>();
        for (Wallet wallet : wallets.of(List.of(member.id()))) {
            purses.put(wallet.currency(), new Purse(wallet, wallets.recap(member.merchantId(), wallet)));
        }
        return warmDevices.remember(
                number,
                new Warm(
                        member.id(),
                        member.merchantId(),
                        device.secret(member, vault),
                        Masking.greeting(member.name(vault)),
                        member.language(),
                        Map.copyOf(purses),
                        WarmDevices.until(clock.instant())));
    }

    private static String device(long number) {
        return "device:" + number;
    }

    /** What is asked each time: may this device and this till go on. */
    private record Standing(boolean known, MemberView.State state, long wrongOfDevice, long wrongOfCaller) {}

    /** Who was recognised. */
    record Recognised(Warm warm, Optional<Purse> purse, Claim claim) {

        UUID memberId() {
            return warm.memberId();
        }

        /** Ready to pay; the wallet is opened if it is not there yet. */
        Payer payingFrom(Supplier<AccountId> opened) {
            AccountId account = purse.map(Purse::account).orElseGet(opened);
            return new Payer(warm.memberId(), account, claim, warm.greeting(), warm.language());
        }
    }
}
