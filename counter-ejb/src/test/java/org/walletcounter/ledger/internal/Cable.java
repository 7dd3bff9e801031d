package org.walletcounter.ledger.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a port of this machine that can be cut: who is connected stays connected and hears nothing any more, as if the
 * machine at the other end had lost its power. Who connects afterwards reaches it.
 */
final class Cable implements AutoCloseable {

    private static final int MOST_AT_ONCE = 8_192;

    private final ServerSocket door;
    private final int port;
    private final List<Strand> strands = new CopyOnWriteArrayList<>();

    private Cable(ServerSocket door, int port) {
        this.door = door;
        this.port = port;
    }

    static Cable to(int port) throws IOException {
        Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        inBackground(cable::serve);
        return cable;
    }

    /** Where it begins. */
    int port() {
        return door.getLocalPort();
    }

    void cut() {
        strands.forEach(strand -> strand.silent = true);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Strand strand : strands) {
            strand.near.close();
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Strand strand = new Strand(door.accept(), new Socket(InetAddress.getLoopbackAddress(), port));
                strands.add(strand);
                inBackground(() -> strand.carry(strand.near, strand.far));
                inBackground(() -> strand.carry(strand.far, strand.near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection, with both its directions. */
    private static final class Strand {

        private final Socket near;
        private final Socket far;
        private volatile boolean silent;

        Strand(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void carry(Socket from, Socket to) {
            byte[] bytes = new byte[MOST_AT_ONCE];
            try (from;
                    to) {
                int read = from.getInputStream().read(bytes);
                while (read >= 0) {
                    if (!silent) {
                        to.getOutputStream().write(bytes, 0, read);
                    }
                    read = from.getInputStream().read(bytes);
                }
            } catch (IOException gone) {
                // One side has hung up, which is how every connection ends.
            }
        }
    }
}
