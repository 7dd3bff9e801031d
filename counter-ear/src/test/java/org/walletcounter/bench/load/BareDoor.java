package org.walletcounter.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The least a server can do for whom it turns away: it reads each request to its end, looks at nothing of it, and answers the
 * same 503. What this leaves of a machine is a yardstick for who has as many to turn away. One thread, no TLS, no errors to
 * speak of.
 */
public final class BareDoor {

    private static final int ROOM = 32 * 1024;
    private static final String BODY =
            "{\"type\":\"about:blank\",\"title\":\"busy\",\"status\":503,\"detail\":\"Too many payments"
                    + " at this moment. Nothing was done; try again in a second.\",\"code\":\"ledger.BUSY\"}";
    private static final byte[] ANSWER =
            ("HTTP/1.1 503 Service Unavailable\r\nConnection: keep-alive\r\nRetry-After: 1\r\n"
                            + "Content-Type: application/problem+json\r\nContent-Length: " + BODY.length() + "\r\n\r\n"
                            + BODY)
                    .getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final ServerSocketChannel door;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER.length).put(ANSWER);

    private BareDoor() throws IOException {
        selector = Selector.open();
        door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Tells its port and stands there until it is ended. */
    public static void main(String[] arguments) throws IOException {
        BareDoor bare = new BareDoor();
        System.out.println(((InetSocketAddress) bare.door.getLocalAddress()).getPort());
        while (true) {
            bare.selector.select();
            for (SelectionKey key : bare.selector.selectedKeys()) {
                bare.serve(key);
            }
            bare.selector.selectedKeys().clear();
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel guest = door.accept();
            guest.setOption(StandardSocketOptions.TCP_NODELAY, true);
            guest.configureBlocking(false);
            guest.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(ROOM));
        } else {
            SocketChannel guest = (SocketChannel) key.channel();
            ByteBuffer request = (ByteBuffer) key.attachment();
            if (guest.read(request) < 0) {
                guest.close();
            } else if (Http.length(request) != Http.NOT_WHOLE) {
                request.clear();
                guest.write(answer.rewind());
            }
        }
    }
}
