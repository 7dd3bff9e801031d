package org.walletcounter.kernel.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Tells the operator at each start what PostgreSQL is set to and should not be: a payment is acknowledged when its commit is on
 * disk whole, and three settings let PostgreSQL say so earlier. Asked as the application's own role, since a role may have
 * settings of its own. Some that do at first are too small for what gathers over the months. It says so and lets the server
 * start: who tries something out may want it so.
 */
@Singleton
@Startup
@DependsOn("Migrating")
public class DatabaseSettings {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void look() {
        try (Connection connection = database.getConnection()) {
            List<String> notKept = notKept(connection);
            if (!notKept.isEmpty()) {
                KernelLog.LOG.commitsNotKept(String.join(", ", notKept));
            }
            long pages = HugePages.of(connection).missed();
            if (pages > 0) {
                KernelLog.LOG.noHugePages(pages);
            }
            long locks = LockTable.of(connection).wanted();
            if (locks > 0) {
                KernelLog.LOG.lockTableTooSmall(locks);
            }
        } catch (SQLException unanswered) {
            KernelLog.LOG.settingsUnreadable(unanswered);
        }
    }

    /** The settings by which a commit that was acknowledged can be lost with the machine's power; usually none. */
    static List<String> notKept(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM pg_settings WHERE setting = 'off'"
                        + " AND name IN ('fsync', 'full_page_writes', 'synchronous_commit') ORDER BY name")) {
            while (row.next()) {
                off.add(row.getString(1));
            }
        }
        return off;
    }
}
