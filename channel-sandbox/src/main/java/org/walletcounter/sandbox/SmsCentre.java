package org.walletcounter.sandbox;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;

/**
 * An SMS centre that speaks SMPP 3.4: it checks who binds, and leaves the messages to {@link TakingSms}.
 */
final class SmsCentre implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SmsCentre.class.getName());
    private static final long BIND_WITHIN_MILLIS = 10_000;

    private final SMPPServerSessionListener listener;
    private final Sandbox.Account account;
    private final TakingSms taking;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sms-centre");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    private SmsCentre(SMPPServerSessionListener listener, Sandbox.Account account, SmsBook book, Faults faults) {
        this.listener = listener;
        this.account = account;
        this.taking = new TakingSms(book, faults, threads);
    }

    static SmsCentre start(int port, Sandbox.Account account, SmsBook book, Faults faults) throws IOException {
        SmsCentre centre =
                new SmsCentre(new SMPPServerSessionListener(port == 0 ? free() : port), account, book, faults);
        centre.threads.execute(centre::acceptAll);
        return centre;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return listener.getPort();
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        try {
            listener.close();
        } catch (IOException late) {
            LOG.log(Level.DEBUG, "The SMS centre was closed already.", late);
        }
    }

    private void acceptAll() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                threads.execute(() -> bind(session));
            } catch (IOException | RuntimeException ended) {
                if (!closed) {
                    LOG.log(Level.WARNING, "A connection to the SMS centre failed.", ended);
                }
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            session.setMessageReceiverListener(taking);
            BindRequest request = session.waitForBind(BIND_WITHIN_MILLIS);
            if (!request.getSystemId().equals(account.systemId())) {
                request.reject(SMPPConstant.STAT_ESME_RINVSYSID);
            } else if (!same(request.getPassword(), account.password())) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            } else {
                request.accept("sandbox");
            }
        } catch (TimeoutException | IOException | org.jsmpp.PDUStringException | RuntimeException failed) {
            LOG.log(Level.INFO, "Somebody connected to the SMS centre but did not bind: {0}", failed.getMessage());
            session.close();
        }
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
