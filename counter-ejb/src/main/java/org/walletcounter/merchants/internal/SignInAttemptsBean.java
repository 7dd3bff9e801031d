package org.walletcounter.merchants.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.SignInAttempts;

/**
 * Failures in {@code merchants.sign_in_failure}, in transactions of their own: the refusal that follows does not undo the
 * count. The least limit is for a name from one address, so that a stranger elsewhere does not lock somebody out.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInAttemptsBean implements SignInAttempts {

    static final int PER_NAME_AND_ADDRESS = 10;
    static final int PER_ADDRESS = 50;
    static final int PER_NAME = 100;
    static final Duration COUNTED = Duration.ofMinutes(15);

    /** In how many minutes every limit that is reached has one failure less than it takes; 0 when none is reached. */
    private static final String MINUTES = """
            select cast(coalesce(ceil(extract(epoch from (max(failed_at) - cast(:since as timestamptz))) / 60), 0)
                        as integer)
              from ((select failed_at from merchants.sign_in_failure
                      where name = :name and address = :address and failed_at > :since
                      order by failed_at desc offset :othersOfBoth limit 1)
                    union all
                    (select failed_at from merchants.sign_in_failure
                      where address = :address and failed_at > :since
                      order by failed_at desc offset :othersOfAddress limit 1)
                    union all
                    (select failed_at from merchants.sign_in_failure
                      where name = :name and failed_at > :since
                      order by failed_at desc offset :othersOfName limit 1)) as reached""";

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    @Inject
    MerchantsRepository repository;

    @Inject
    Clock clock;

    private final Secrets secrets = new Secrets();

    /** Those of one name wait for each other, so that many at once are not let through as one. */
    @Override
    public UUID begin(String username, String address) {
        byte[] name = secrets.hashOf(username);
        byte[] place = secrets.hashOf(address);
        database.createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", ByteBuffer.wrap(name).getLong())
                .getSingleResult();
        Instant now = clock.instant();
        int minutes = minutesToWait(name, place, now.minus(COUNTED));
        if (minutes > 0) {
            throw new CounterException(MerchantError.SIGN_IN_LOCKED, minutes);
        }
        UUID attempt = Ids.next(clock);
        database.createNativeQuery("insert into merchants.sign_in_failure (id, name, address, failed_at)"
                        + " values (:id, :name, :address, :now)")
                .setParameter("id", attempt)
                .setParameter("name", name)
                .setParameter("address", place)
                .setParameter("now", now)
                .executeUpdate();
        return attempt;
    }

    @Override
    public void succeed(String username) {
        repository.forgetSignInFailures(secrets.hashOf(username));
    }

    @Override
    public void withdraw(UUID attempt) {
        database.createNativeQuery("delete from merchants.sign_in_failure where id = :id")
                .setParameter("id", attempt)
                .executeUpdate();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean matchesNobody(String password) {
        return secrets.matchesNobody(password);
    }

    private int minutesToWait(byte[] name, byte[] place, Instant since) {
        Number minutes = (Number) database.createNativeQuery(MINUTES)
                .setParameter("name", name)
                .setParameter("address", place)
                .setParameter("since", since)
                .setParameter("othersOfBoth", PER_NAME_AND_ADDRESS - 1)
                .setParameter("othersOfAddress", PER_ADDRESS - 1)
                .setParameter("othersOfName", PER_NAME - 1)
                .getSingleResult();
        return minutes.intValue();
    }
}
