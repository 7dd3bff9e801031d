package org.walletcounter.kernel.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.Changes;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.kernel.Remembered;

/**
 * The values in force, from memory. A plain bean and no session bean: a payment asks for half a dozen, and each call through
 * the container's interceptors would cost more than the answer. Versions to come are kept as well, so a value changes at its
 * moment without anybody asking. Thread-safe.
 */
@ApplicationScoped
class RememberedParameters implements Parameters {

    /** The subject of {@link Changes}, as the trigger on the table names it. */
    private static final String PARAMETERS = "parameters";

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final String VERSIONS = "SELECT in_force, value FROM kernel.parameter_version"
            + " WHERE merchant_id = ? AND code = ? ORDER BY in_force DESC, set_at DESC";

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    private final Clock clock;
    private final Remembered<Name, List<Version>> remembered;

    /** For the container's proxies only. */
    protected RememberedParameters() {
        this(Clock.systemUTC(), subject -> 0);
    }

    @Inject
    @SuppressWarnings("NullAway.Init")
    RememberedParameters(Clock clock, Changes changes) {
        this.clock = clock;
        this.remembered = new Remembered<>(clock, LIFETIME, () -> changes.of(PARAMETERS));
    }

    private record Name(UUID merchantId, String code) {}

    private record Version(Instant from, long value) {}

    @Override
    public long value(Parameter parameter, UUID merchantId) {
        List<Version> versions = remembered.get(new Name(merchantId, parameter.code()), this::read);
        if (versions != null && !versions.isEmpty()) {
            Instant now = clock.instant();
            for (Version version : versions) {
                if (!version.from().isAfter(now)) {
                    return version.value();
                }
            }
        }
        return parameter.initial();
    }

    /** Forgets what it knows: something was changed on this node. */
    void forget() {
        remembered.forgetAll();
    }

    /** Those to come and the one in force, newest first. */
    private List<Version> read(Name name) {
        Instant now = clock.instant();
        List<Version> versions = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setObject(1, name.merchantId());
            select.setString(2, name.code());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Version version = new Version(row.getTimestamp(1).toInstant(), row.getLong(2));
                    versions.add(version);
                    if (!version.from().isAfter(now)) {
                        break;
                    }
                }
            }
            return List.copyOf(versions);
        } catch (SQLException failure) {
            throw Sql.unavailable(failure);
        }
    }
}
