package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView.Caps;
import org.walletcounter.ledger.Claim;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Payer;
import org.walletcounter.members.PaymentCode;
import org.walletcounter.members.internal.DeviceRecords.Owner;
import org.walletcounter.members.internal.DeviceRecords.Phone;

/**
 * Tells from payment codes who pays, many at once with one question to the database. Nothing is remembered of phones: few pay
 * twice within minutes, so it would be memory for nothing.
 */
@Dependent
class RecognisingPayers {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final DeviceRecords records;
    private final WalletOpening opening;
    private final Attempts attempts;
    private final Parameters parameters;
    private final Clock clock;

    @Inject
    RecognisingPayers(
            DeviceRecords records, WalletOpening opening, Attempts attempts, Parameters parameters, Clock clock) {
        this.records = records;
        this.opening = opening;
        this.attempts = attempts;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * What is shown at a till or a gate, read; who it belongs to is not known yet.
     *
     * @param at when it was shown, if that was not just now
     * @param atGate whether at a gate: all riders of a station come with its one key, so that wrong codes tell nothing about
     *     who holds the key, and whose wallet is frozen is refused there by the ledger, which puts them on the deny list
     */
    record Shown(
            Actor actor,
            PaymentCode code,
            String currency,
            @Nullable Instant at,
            boolean atGate) {

        /** Refuses what is no payment code: a member's number or card tells who somebody is, but pays nothing. */
        static Shown read(Actor actor, String shown, String currency) {
            PaymentCode code = PaymentCode.parse(shown).orElseThrow(() -> new CounterException(notACode(shown)));
            return new Shown(actor, code, currency, null, false);
        }

        private static MemberError notACode(String shown) {
            return MemberCode.kept(shown).matches("M[0-9]{8,12}")
                    ? MemberError.CODE_INVALID
                    : MemberError.CODE_NOT_OURS;
        }

        String device() {
            return "device:" + code.device();
        }
    }

    /** Who shows one code: a payer, or why they cannot pay. */
    record Recognised(@Nullable Payer payer, @Nullable CounterException refusal) {

        Payer orRefuse() {
            if (payer == null) {
                throw refusal == null ? new CounterException(MemberError.CODE_INVALID) : refusal;
            }
            return payer;
        }
    }

    /** Who shows this, or the refusal thrown. */
    Payer recognise(Actor actor, String shown, String currency) {
        return recognise(List.of(Shown.read(actor, shown, currency))).get(0).orRefuse();
    }

    /** Who shows these codes, in their order. */
    List<Recognised> recognise(List<Shown> shown) {
        Instant now = clock.instant();
        List<Phone> phones = records.read(shown, now.minus(WINDOW));
        Guesses guesses = new Guesses();
        List<Recognised> recognised = new ArrayList<>(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            recognised.add(recognise(shown.get(i), phones.get(i), guesses));
        }
        guesses.write(now);
        return recognised;
    }

    private Recognised recognise(Shown shown, Phone phone, Guesses guesses) {
        try {
            guesses.refuseTooMany(shown, phone);
            Owner owner = phone.owner();
            Optional<Long> step = owner == null ? Optional.empty() : stepOf(shown, owner);
            if (owner == null || step.isEmpty()) {
                guesses.wrong(shown, phone);
                throw new CounterException(MemberError.CODE_INVALID);
            }
            refuseUnlessActive(phone.state(), shown.atGate);
            Claim claim = claimOf(shown.code.device(), step.get());
            return new Recognised(payer(shown, owner, claim), null);
        } catch (CounterException refusal) {
            return new Recognised(null, refusal);
        }
    }

    /** A code counts once; those of one time step stand together. */
    private static Claim claimOf(long device, long step) {
        return new Claim("code", device + ":" + step, "code " + step, MemberError.CODE_ALREADY_USED);
    }

    private Optional<Long> stepOf(Shown shown, Owner owner) {
        long now = PaymentCode.stepAt(shown.at == null ? clock.instant() : shown.at);
        for (long step : new long[] {now, now - 1, now + 1}) {
            if (shown.code.isOf(owner.secret(), step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private static void refuseUnlessActive(MemberView.State state, boolean atGate) {
        switch (state) {
            case ACTIVE -> {}
            case FROZEN -> {
                if (!atGate) {
                    throw new CounterException(MemberError.MEMBER_FROZEN);
                }
            }
            case CLOSED -> throw new CounterException(MemberError.MEMBER_CLOSED);
        }
    }

    /** Ready to pay, with the rules of the house as they are now; the wallet is opened if it is not there yet. */
    private Payer payer(Shown shown, Owner owner, Claim claim) {
        Purse purse = owner.purse();
        Caps house = Wallets.house(parameters, shown.actor.merchantId());
        AccountId wallet = purse != null && purse.isUpToDate(house)
                ? purse.account()
                : opening.open(owner.memberId(), shown.currency);
        return new Payer(owner.memberId(), wallet, claim, owner.greeting(), owner.language());
    }

    /** The wrong codes of these minutes: those that are written down and those that have just come. */
    private final class Guesses {

        private final Map<String, Long> fresh = new HashMap<>();
        private final List<String> subjects = new ArrayList<>();

        void refuseTooMany(Shown shown, Phone phone) {
            long most = most(shown.actor.merchantId());
            String caller = shown.actor.id();
            boolean ofCaller = !shown.atGate && phone.wrongOfCaller() + fresh.getOrDefault(caller, 0L) >= most;
            boolean ofDevice = phone.wrongOfDevice() + fresh.getOrDefault(shown.device(), 0L) >= most;
            if (ofCaller || ofDevice) {
                MembersLog.LOG.guessing(ofCaller ? caller : shown.device());
                throw new CounterException(MemberError.TOO_MANY_ATTEMPTS);
            }
        }

        void wrong(Shown shown, Phone phone) {
            if (!shown.atGate) {
                note(shown.actor.id());
            }
            if (phone.known()) {
                note(shown.device());
            }
        }

        void write(Instant now) {
            if (!subjects.isEmpty()) {
                attempts.wrong(subjects, now);
            }
        }

        private void note(String subject) {
            fresh.merge(subject, 1L, Long::sum);
            subjects.add(subject);
        }

        private long most(UUID merchant) {
            return parameters.value(MemberRules.WRONG_CODES, merchant);
        }
    }
}
