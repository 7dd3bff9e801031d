package org.walletcounter.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs inside the server, beside the built EAR and unchanged by it: a small archive with this class looks at what the
 * application itself gets from its server. Inside the server there are JUnit's own assertions only.
 */
@WithCounter
@ExtendWith(ArquillianExtension.class)
class DatabaseRightsIT {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource business;

    @Resource(lookup = "java:jboss/datasources/CounterReadDS")
    DataSource reads;

    @Deployment
    static WebArchive beside() {
        return ShrinkWrap.create(WebArchive.class, "database-rights.war")
                .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), "beans.xml");
    }

    @Test
    void the_application_cannot_change_its_own_tables() throws SQLException {
        try (Connection connection = business.getConnection();
                Statement statement = connection.createStatement()) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE public.mine (id int)"));
            assertEquals("42501", refused.getSQLState(), "insufficient privilege");
        }
    }

    @Test
    void reports_cannot_write() throws SQLException {
        try (Connection connection = reads.getConnection()) {
            assertTrue(connection.isReadOnly());
        }
    }
}
