package org.walletcounter.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Starts the stand-ins. Settings are system properties, or environment variables in capitals with underscores:
 * {@code counter.sandbox.port} (pages, 8090), {@code counter.sandbox.smpp.port} (SMS centre, 8091),
 * {@code counter.sandbox.data} (folder of the book), {@code counter.sandbox.smpp.system-id} ("counter") and
 * {@code counter.sandbox.smpp.password} ("counter").
 */
public final class Sandbox implements AutoCloseable {

    private final SmsBook book;
    private final SmsCentre centre;
    private final Pages pages;

    private Sandbox(SmsBook book, SmsCentre centre, Pages pages) {
        this.book = book;
        this.centre = centre;
        this.pages = pages;
    }

    /** Starts everything on these ports; 0 takes a free one. */
    public static Sandbox start(int httpPort, int smppPort, Path data, Account account) throws IOException {
        SmsBook book = SmsBook.open(data.resolve("sms.book"), Clock.systemUTC());
        Faults faults = new Faults();
        SmsCentre centre = SmsCentre.start(smppPort, account, book, faults);
        return new Sandbox(book, centre, Pages.start(httpPort, book, faults));
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws Exception {
        int http = Integer.parseInt(setting("counter.sandbox.port").orElse("8090"));
        int smpp = setting("counter.sandbox.smpp.port").map(Integer::parseInt).orElse(http + 1);
        Path data = Path.of(setting("counter.sandbox.data").orElse("data/sandbox"));
        Account account = new Account(
                setting("counter.sandbox.smpp.system-id").orElse("counter"),
                setting("counter.sandbox.smpp.password").orElse("counter"));
        Sandbox sandbox = start(http, smpp, data, account);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-end"));
        System.getLogger(Sandbox.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "Sandbox: pages on {0,number,#}, SMS centre on {1,number,#}",
                        http,
                        smpp);
        Thread.currentThread().join();
    }

    /** Where the SMS centre listens. */
    public int smppPort() {
        return centre.port();
    }

    /** Where the pages are. */
    public int httpPort() {
        return pages.port();
    }

    @Override
    public void close() {
        pages.close();
        centre.close();
        book.close();
    }

    private static Optional<String> setting(String name) {
        String variable =
                name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    /** Who may bind. */
    public record Account(String systemId, String password) {}
}
