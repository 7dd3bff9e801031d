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
import org.walletcounter.ledger.Claim;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Payer;
import org.walletcounter.members.PaymentCode;
import org.walletcounter.members.internal.DeviceRecords.Standing;
import org.walletcounter.members.internal.WarmDevices.Purse;
import org.walletcounter.members.internal.WarmDevices.Warm;

/**
 * Tells from payment codes who pays, many at once: one statement for all devices that paid a while ago, three for those
 * that did not.
 */
@Dependent
class RecognisingPayers {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final DeviceRecords records;
    private final WarmDevices warmDevices;
    private final WalletOpening opening;
    private final Attempts attempts;
    private final Parameters parameters;
    private final Clock clock;

    @Inject
    RecognisingPayers(
            DeviceRecords records,
            WarmDevices warmDevices,
            WalletOpening opening,
            Attempts attempts,
            Parameters parameters,
            Clock clock) {
        this.records = records;
        this.warmDevices = warmDevices;
        this.opening = opening;
        this.attempts = attempts;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * What is shown at a till, read; who it belongs to is not known yet.
     *
     * @param at when it was shown, if that was not just now
     */
    record Shown(
            Actor actor,
            PaymentCode code,
            String currency,
            @Nullable Instant at) {

        /** Refuses what is no payment code: a member's number or card tells who somebody is, but pays nothing. */
        static Shown read(Actor actor, String shown, String currency) {
            PaymentCode code = PaymentCode.parse(shown).orElseThrow(() -> new CounterException(notACode(shown)));
            return new Shown(actor, code, currency, null);
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
        List<Standing> standings = records.standing(shown, now.minus(WINDOW));
        Map<Long, Warm> warm = warm(shown, standings, now);
        Guesses guesses = new Guesses();
        List<Recognised> recognised = new ArrayList<>(shown.size());
        for (int i = 0; i < shown.size(); i++) {
            recognised.add(recognise(shown.get(i), standings.get(i), warm, guesses));
        }
        guesses.write(now);
        return recognised;
    }

    private Recognised recognise(Shown shown, Standing standing, Map<Long, Warm> warm, Guesses guesses) {
        try {
            guesses.refuseTooMany(shown, standing);
            Warm device = warm.get(shown.code.device());
            Optional<Long> step = device == null || !standing.known() ? Optional.empty() : stepOf(shown, device);
            if (device == null || step.isEmpty()) {
                guesses.wrong(shown, standing);
                throw new CounterException(MemberError.CODE_INVALID);
            }
            refuseUnlessActive(standing.state());
            Claim claim = claimOf(shown.code.device(), step.get());
            return new Recognised(payer(shown, device, claim), null);
        } catch (CounterException refusal) {
            return new Recognised(null, refusal);
        }
    }

    /** A code counts once; those of one time step stand together. */
    private static Claim claimOf(long device, long step) {
        return new Claim("code", device + ":" + step, "code " + step, MemberError.CODE_ALREADY_USED);
    }

    /** What is remembered of the devices that count, and what is read anew of the others. */
    private Map<Long, Warm> warm(List<Shown> shown, List<Standing> standings, Instant now) {
        Map<Long, Warm> warm = new HashMap<>();
        List<Long> cold = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            long number = shown.get(i).code.device();
            if (standings.get(i).known() && !warm.containsKey(number)) {
                warmDevices
                        .known(number, now)
                        .ifPresentOrElse(known -> warm.put(number, known), () -> cold.add(number));
            }
        }
        for (Warm read : records.read(cold, WarmDevices.until(now))) {
            warm.put(read.number(), warmDevices.remember(read));
        }
        return warm;
    }

    private Optional<Long> stepOf(Shown shown, Warm device) {
        long now = PaymentCode.stepAt(shown.at == null ? clock.instant() : shown.at);
        for (long step : new long[] {now, now - 1, now + 1}) {
            if (shown.code.isOf(device.secret(), step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private static void refuseUnlessActive(MemberView.State state) {
        switch (state) {
            case ACTIVE -> {}
            case FROZEN -> throw new CounterException(MemberError.MEMBER_FROZEN);
            case CLOSED -> throw new CounterException(MemberError.MEMBER_CLOSED);
        }
    }

    /** Ready to pay, with the rules of the house as they are now; the wallet is opened if it is not there yet. */
    private Payer payer(Shown shown, Warm device, Claim claim) {
        Purse purse = device.purses().get(shown.currency);
        if (purse == null || !purse.hasCapsOf(parameters, device.merchantId())) {
            purse = opening.open(device.memberId(), shown.currency);
            warmDevices.remember(device.with(shown.currency, purse));
        }
        return new Payer(device.memberId(), purse.account(), claim, device.greeting(), device.language());
    }

    /** The wrong codes of these minutes: those that are written down and those that have just come. */
    private final class Guesses {

        private final Map<String, Long> fresh = new HashMap<>();
        private final List<String> subjects = new ArrayList<>();

        void refuseTooMany(Shown shown, Standing standing) {
            long most = most(shown.actor.merchantId());
            String caller = shown.actor.id();
            boolean ofCaller = standing.wrongOfCaller() + fresh.getOrDefault(caller, 0L) >= most;
            boolean ofDevice = standing.wrongOfDevice() + fresh.getOrDefault(shown.device(), 0L) >= most;
            if (ofCaller || ofDevice) {
                MembersLog.LOG.guessing(ofCaller ? caller : shown.device());
                throw new CounterException(MemberError.TOO_MANY_ATTEMPTS);
            }
        }

        void wrong(Shown shown, Standing standing) {
            note(shown.actor.id());
            if (standing.known()) {
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
