package org.walletcounter.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes what {@code create-database.sql} makes on a customer's server: two roles and the database, each only when missing. */
final class PostgresDatabase {

    static final String NAME = "counter";
    private final String superUserUrl;
    private final Secrets secrets;

    PostgresDatabase(String superUserUrl, Secrets secrets) {
        this.superUserUrl = superUserUrl;
        this.secrets = secrets;
    }

    void makeIfMissing() {
        try (Connection connection = DriverManager.getConnection(superUserUrl);
                Statement statement = connection.createStatement()) {
            role(statement, "counter_owner", secrets.owner());
            role(statement, "counter_app", secrets.app());
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER counter_owner TEMPLATE template0 ENCODING 'UTF8'"
                        + " LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'");
                statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE " + NAME + " TO counter_app");
            }
        } catch (SQLException e) {
            throw new CannotRun("Could not make the database: " + e.getMessage(), e);
        }
    }

    private static void role(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
