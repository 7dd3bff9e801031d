package org.walletcounter.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Which PostgreSQL it was, and whether its memory lies in huge pages. It takes them by itself where the system has set enough
 * aside; without them each look into {@code shared_buffers} may have to find its page first, and both limit and product are
 * slower by what this machine wants for that.
 *
 * @param hugePages as PostgreSQL says it: {@code on}, {@code off} or {@code unknown}
 * @param wanted how many huge pages all of its shared memory is; -1 where the system has none
 */
record DatabaseMemory(String version, String hugePages, long wanted) {

    static DatabaseMemory of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('server_version'),"
                        + " current_setting('huge_pages_status'),"
                        + " current_setting('shared_memory_size_in_huge_pages')::bigint")) {
            row.next();
            return new DatabaseMemory(row.getString(1), row.getString(2), row.getLong(3));
        }
    }

    /** What to do for a run with huge pages; empty where it has them, or cannot have any. */
    Optional<String> advice() {
        return "on".equals(hugePages) || wanted <= 0
                ? Optional.empty()
                : Optional.of(
                        "The database has no huge pages, as a busy one should. For a run with them set some aside first:"
                                + " sysctl -w vm.nr_hugepages=" + wanted);
    }

    @Override
    public String toString() {
        String name = "PostgreSQL " + version;
        return advice().isPresent()
                ? name + " without huge pages"
                : name + ("on".equals(hugePages) ? " in huge pages" : "");
    }
}
