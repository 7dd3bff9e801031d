package org.walletcounter.audit.internal;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.walletcounter.kernel.PrivilegedAct;

/** Writes each privileged act down inside the transaction of the act: neither is there without the other. */
@ApplicationScoped
class AuditWriter {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    void on(@Observes PrivilegedAct act) {
        String sql =
                "INSERT INTO audit.entry (merchant_id, actor, role, act, subject, detail) VALUES (?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, act.actor().merchantId());
            insert.setString(2, act.actor().id());
            insert.setString(3, act.actor().role());
            insert.setString(4, act.act());
            insert.setString(5, act.subject());
            insert.setString(6, act.detail());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new EJBException(
                    "The act could not be written down, so it is not done: " + failure.getMessage(), failure);
        }
    }
}
