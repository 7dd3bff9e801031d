package org.walletcounter.it.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.walletcounter.it.RunningCounter;

/** A proxy as operators have one in front: it passes everything on, and answers by itself for a server that is stopped. */
final class ProxyInFront implements AutoCloseable {

    private static final int MOST_OF_A_REQUEST = 65_536;
    private static final byte[] BAD_GATEWAY = ("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n"
                    + "Content-Length: 11\r\nConnection: close\r\n\r\nBad gateway")
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final int counterPort;
    private final Set<Socket> browsers = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "proxy-in-front");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopped;
    private volatile boolean silent;

    private ProxyInFront(ServerSocket door, int counterPort) {
        this.door = door;
        this.counterPort = counterPort;
    }

    /** Opens on a free port. */
    static ProxyInFront of(RunningCounter counter) throws IOException {
        ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ProxyInFront proxy =
                new ProxyInFront(door, URI.create(counter.address()).getPort());
        proxy.threads.execute(proxy::serve);
        return proxy;
    }

    /** Where the browser goes instead of to the counter. */
    String address() {
        return "http://localhost:" + door.getLocalPort() + "/";
    }

    /** From now on the server behind it counts as stopped: what is under way breaks off, and 502 is all there is. */
    void stopServer() {
        stopped = true;
        browsers.forEach(ProxyInFront::hangUp);
    }

    /** From now on it takes connections and answers nothing, as a network does that is there only by its looks. */
    void fallSilent() {
        silent = true;
        browsers.forEach(ProxyInFront::hangUp);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                browsers.add(browser);
                threads.execute(() -> answer(browser));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket browser) {
        try (browser) {
            if (silent) {
                browser.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else if (stopped) {
                turnAway(browser);
            } else {
                passOn(browser);
            }
        } catch (IOException gone) {
            // One side has hung up, which is how every connection ends.
        } finally {
            browsers.remove(browser);
        }
    }

    private static void turnAway(Socket browser) throws IOException {
        int read = browser.getInputStream().read(new byte[MOST_OF_A_REQUEST]);
        if (read > 0) {
            browser.getOutputStream().write(BAD_GATEWAY);
        }
    }

    private void passOn(Socket browser) throws IOException {
        try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), counterPort)) {
            threads.execute(() -> copy(behind, browser));
            browser.getInputStream().transferTo(behind.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // As above; the other direction ends with it.
        }
    }

    private static void hangUp(Socket browser) {
        try {
            browser.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        browsers.forEach(ProxyInFront::hangUp);
        threads.shutdown();
    }
}
