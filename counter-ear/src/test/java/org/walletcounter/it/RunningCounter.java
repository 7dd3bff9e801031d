package org.walletcounter.it;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.run.Counter;
import org.walletcounter.run.DemoAccess;
import org.walletcounter.run.RunSettings;

/** The counter under test: the built EAR, its own WildFly, its own PostgreSQL, on free ports and an empty data folder. */
public final class RunningCounter implements AutoCloseable {

    private final Counter counter;
    private final RunSettings settings;

    private RunningCounter(Counter counter, RunSettings settings) {
        this.counter = counter;
        this.settings = settings;
    }

    /** Starts a counter whose data folder is {@code target/<name>}, emptied first. */
    static RunningCounter start(String name) {
        Path project = Path.of(System.getProperty("counter.project", ".."))
                .toAbsolutePath()
                .normalize();
        Path data = project.resolve("counter-ear/target").resolve(name);
        empty(data);
        RunSettings.Ports ports = new RunSettings.Ports(freePort(), freePort(), freePort(), freePort(), freePort());
        Path home = Path.of(System.getProperty("counter.wildfly", "no -Dcounter.wildfly given"));
        RunSettings settings = new RunSettings(data, project, home, ports, Map.of());
        Counter counter = new Counter(settings, line -> {});
        try {
            counter.start();
        } catch (RuntimeException e) {
            counter.stop();
            throw e;
        }
        return new RunningCounter(counter, settings);
    }

    /** Tests that run inside a server ({@code arquillian.xml}) go to this one, whatever others were started meanwhile. */
    void takeWhatRunsInside() {
        System.setProperty(
                "counter.it.management.port", Integer.toString(settings.ports().management()));
        System.setProperty("counter.it.wildfly", settings.serverHome().toString());
    }

    /** Where the browser goes. */
    public String address() {
        return counter.address();
    }

    /** Where health and metrics are. */
    public String managementAddress() {
        return counter.managementAddress();
    }

    /** Where the sandbox shows the messages it was given. */
    public String sandboxAddress() {
        return "http://localhost:" + settings.ports().sandbox() + "/";
    }

    /** A request with the API key of the demo merchant's {@code role}. */
    public RequestSpecification as(String role) {
        return anybody().header("Authorization", "Bearer " + access().key(role));
    }

    /** A request that changes something: {@link #as} with a fresh idempotency key and a JSON body to come. */
    public RequestSpecification commandAs(String role) {
        return as(role).header("Idempotency-Key", UUID.randomUUID().toString()).contentType(ContentType.JSON);
    }

    /** A request without any sign-in. */
    public RequestSpecification anybody() {
        return RestAssured.given().baseUri(counter.address()).accept(ContentType.ANY);
    }

    /** The sign-ins, keys and members of the demo merchant. */
    public DemoAccess access() {
        return DemoAccess.await(counter.accessFile(), Duration.ofMinutes(3), () -> true);
    }

    /** Sets a rule of the demo merchant's from now on; a node looks once a second what has changed. */
    public void rule(String code, long value) {
        try (Connection connection = counter.connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO kernel.parameter_version (merchant_id, code, in_force,"
                                + " value, author) SELECT id, ?, now(), ?, 'test' FROM merchants.merchant"
                                + " WHERE code = ?")) {
            insert.setString(1, code);
            insert.setLong(2, value);
            insert.setString(3, access().merchant());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The parts, to be killed and started again. Only for a counter of the test's own. */
    public Counter parts() {
        return counter;
    }

    /** Where it keeps what it writes. */
    public Path data() {
        return settings.data();
    }

    @Override
    public void close() {
        counter.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database programs and the configured server may stay; what the last run wrote goes. */
    private static void empty(Path data) {
        try {
            for (String written : new String[] {
                "postgresql", "sandbox", "log", "demo-access.json", "database-passwords", "members.keys", "imports"
            }) {
                Path gone = data.resolve(written);
                if (Files.exists(gone)) {
                    delete(gone);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
