package org.walletcounter.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything a run can be told.
 *
 * @param data where all that must survive lives: database, server, logs, sign-ins
 * @param project the root of the source tree, whose build made the EAR and unpacked WildFly
 * @param serverHome the unpacked WildFly
 * @param ports who listens where
 * @param extra settings handed to the server as they are ({@code counter.*} keys)
 * @param database PostgreSQL settings of this run, as in "max_wal_size=4GB"; they win over the usual ones
 */
public record RunSettings(
        Path data, Path project, Path serverHome, Ports ports, Map<String, String> extra, List<String> database) {

    private static final Set<String> OWN = Set.of(
            "counter.project",
            "counter.wildfly",
            "counter.data",
            "counter.port",
            "counter.https.port",
            "counter.management.port",
            "counter.db.port",
            "counter.sandbox.port");

    /** The ports of one counter. */
    public record Ports(int http, int https, int management, int database, int sandbox) {

        /** The usual ports; all but the first two follow from {@code http}. */
        public static Ports of(int http, int database, int sandbox) {
            return new Ports(http, http + 363, http + 1910, database, sandbox);
        }
    }

    /** Settings with a database as usual. */
    public RunSettings(Path data, Path project, Path serverHome, Ports ports, Map<String, String> extra) {
        this(data, project, serverHome, ports, extra, List.of());
    }

    /** Reads {@code -Dcounter.port}, {@code -Dcounter.db.port}, {@code -Dcounter.sandbox.port}, {@code -Dcounter.data}. */
    public static RunSettings fromSystemProperties() {
        Path project = Path.of(System.getProperty("counter.project", "")).toAbsolutePath();
        Path data = project.resolve(System.getProperty("counter.data", "data")).normalize();
        int http = port("counter.port", 8080);
        Ports ports = new Ports(
                http,
                port("counter.https.port", http + 363),
                port("counter.management.port", http + 1910),
                port("counter.db.port", 5632),
                port("counter.sandbox.port", http + 10));
        return new RunSettings(
                data, project, Path.of(System.getProperty("counter.wildfly", "")), ports, counterProperties());
    }

    Path ear() {
        return project.resolve("counter-ear/target/wallet-counter.ear");
    }

    Path scripts() {
        return project.resolve("counter-ear/src/main/scripts");
    }

    private static Map<String, String> counterProperties() {
        Map<String, String> found = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("counter.") && !OWN.contains(name)) {
                found.put(name, System.getProperty(name));
            }
        }
        return found;
    }

    private static int port(String name, int usual) {
        String given = System.getProperty(name);
        if (given == null || given.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(given.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the sentence below says it
        }
        throw new CannotRun("-D" + name + "=" + given + " is not a port: give a number between 1 and 65535.");
    }
}
