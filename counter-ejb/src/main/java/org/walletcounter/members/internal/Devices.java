package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.DeviceKey;
import org.walletcounter.members.PaymentCode;

/** The members' phones and the secrets of their payment codes. */
@Dependent
class Devices {

    private static final int SECRET_LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Parameters parameters;
    private final Vault vault;
    private final Clock clock;

    @Inject
    Devices(Parameters parameters, Vault vault, Clock clock) {
        this.parameters = parameters;
        this.vault = vault;
        this.clock = clock;
    }

    /** Enrols a phone; if there are too many, the oldest ends. */
    DeviceKey enrol(Member member) {
        long most = parameters.value(MemberRules.DEVICES, member.merchantId());
        List<Device> live = live(member.id());
        live.stream().limit(Math.max(0, live.size() - most + 1)).forEach(old -> old.end(clock.instant()));
        byte[] secret = new byte[SECRET_LENGTH];
        RANDOM.nextBytes(secret);
        long number = ((Number) database.createNativeQuery("select nextval('members.device_number_seq')")
                        .getSingleResult())
                .longValue();
        database.persist(new Device(number, member, secret, clock.instant(), vault));
        return new DeviceKey(
                number, Base64.getEncoder().encodeToString(secret), PaymentCode.STEP_SECONDS, PaymentCode.PREFIX);
    }

    /** Whether a phone is this member's and has not been ended. */
    boolean isLive(UUID memberId, long number) {
        Device device = database.find(Device.class, number);
        return device != null && device.memberId().equals(memberId) && !device.hasEnded();
    }

    /** Ends all phones of a member. */
    void endAll(UUID memberId) {
        live(memberId).forEach(device -> device.end(clock.instant()));
    }

    private List<Device> live(UUID memberId) {
        return database.createQuery(
                        "select d from Device d where d.memberId = :member and d.endedAt is null order by d.number",
                        Device.class)
                .setParameter("member", memberId)
                .getResultList();
    }
}
