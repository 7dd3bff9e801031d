package org.walletcounter.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection with at most one request under way. */
final class Line {

    private static final int ROOM = 32 * 1024;
    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(ROOM);
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(0);
    private Requests.@Nullable Made underWay;
    private long dueAt;

    Line(InetSocketAddress address, Selector selector) throws IOException {
        this.address = address;
        this.selector = selector;
        this.channel = SocketChannel.open(address);
        this.key = prepare();
    }

    private SelectionKey prepare() throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends; the time until the answer counts from {@code due}. */
    void send(Requests.Made request, long due) throws IOException {
        underWay = request;
        dueAt = due;
        out = ByteBuffer.wrap(request.bytes());
        write();
    }

    /** Sends what could not be sent at once. */
    void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Takes what has come; the answer when it is whole. */
    Answers.@Nullable Answer read() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("the server closed the connection");
        }
        Answers.Answer answer = Answers.read(in);
        if (answer == null) {
            return null;
        }
        in.flip().position(answer.length());
        in.compact();
        return answer;
    }

    boolean mustClose(Answers.Answer answer) {
        return answer.head().contains("connection: close");
    }

    Requests.@Nullable Made done() {
        Requests.Made made = underWay;
        underWay = null;
        return made;
    }

    long dueAt() {
        return dueAt;
    }

    boolean isBusy() {
        return underWay != null;
    }

    /** Connects anew after the connection broke. */
    void renew() throws IOException {
        close();
        underWay = null;
        in.clear();
        channel = SocketChannel.open(address);
        key = prepare();
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
