package org.walletcounter.kernel.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.AfterCommit;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.ParameterCentre;
import org.walletcounter.kernel.PrivilegedAct;

/** Versions of parameters in {@code kernel.parameter_version}. */
@Stateless
@DeclareRoles({"manager", "administrator"})
@PermitAll
public class ParameterCentreBean implements ParameterCentre {

    /** What has just been typed is not the past. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    Clock clock;

    @Inject
    Event<PrivilegedAct> acts;

    @Inject
    RememberedParameters values;

    @Inject
    AfterCommit afterCommit;

    @Override
    @RolesAllowed({"manager", "administrator"})
    public void set(Parameter parameter, long value, Instant from, Actor author) {
        set(parameter, value, from, "", author);
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public void set(Parameter parameter, long value, Instant from, String reason, Actor author) {
        if (value < parameter.lowest() || value > parameter.highest()) {
            throw CounterException.at(
                    "value", KernelError.PARAMETER_OUT_OF_RANGE, parameter.lowest(), parameter.highest());
        }
        if (from.isBefore(clock.instant().minus(JUST_NOW))) {
            throw CounterException.at("from", KernelError.PARAMETER_IN_THE_PAST);
        }
        String sql = "INSERT INTO kernel.parameter_version (merchant_id, code, in_force, value, author, set_at, reason)"
                + " VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''))";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, author.merchantId());
            insert.setString(2, parameter.code());
            insert.setTimestamp(3, Timestamp.from(from));
            insert.setLong(4, value);
            insert.setString(5, author.id());
            insert.setTimestamp(6, Timestamp.from(clock.instant()));
            insert.setString(7, reason);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw Sql.unavailable(failure);
        }
        acts.fire(new PrivilegedAct(author, "parameter.set", "parameter:" + parameter.code(), value + " from " + from));
        afterCommit.run(values::forget);
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public List<Version> history(Parameter parameter, UUID merchantId) {
        String sql = "SELECT value, in_force, author, set_at, reason FROM kernel.parameter_version"
                + " WHERE merchant_id = ? AND code = ? ORDER BY in_force DESC, set_at DESC LIMIT 500";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, merchantId);
            select.setString(2, parameter.code());
            List<Version> versions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(new Version(
                            row.getLong(1),
                            row.getTimestamp(2).toInstant(),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            row.getString(5)));
                }
            }
            return versions;
        } catch (SQLException failure) {
            throw Sql.unavailable(failure);
        }
    }
}
