package org.walletcounter.kernel.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * What PostgreSQL says of its shared memory and huge pages.
 *
 * @param status {@code on}, {@code off} or {@code unknown}; empty before version 17, which does not say
 * @param asked the setting {@code huge_pages}
 * @param size the setting {@code huge_page_size}; {@code 0} is the system's own
 * @param buffers bytes of {@code shared_buffers}
 * @param all how many huge pages all of the shared memory is; -1 where there are none
 */
record HugePages(String status, String asked, String size, long buffers, long all) {

    /** From this much on, small pages cost more than setting large ones aside. */
    private static final long LARGE = 1L << 30;

    static HugePages of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('huge_pages_status', true),"
                        + " current_setting('huge_pages'), current_setting('huge_page_size'),"
                        + " pg_size_bytes(current_setting('shared_buffers')),"
                        + " current_setting('shared_memory_size_in_huge_pages')::bigint")) {
            row.next();
            String status = Objects.requireNonNullElse(row.getString(1), "");
            return new HugePages(status, row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
        }
    }

    /**
     * How many the system would have to set aside for PostgreSQL to take them; 0 when it has them, is small, was told not to
     * take any or another size than the system's, or does not say.
     */
    long missed() {
        boolean wouldTakeThem = "off".equals(status) && !"off".equals(asked) && "0".equals(size);
        return wouldTakeThem && buffers >= LARGE ? Math.max(0, all) : 0;
    }
}
