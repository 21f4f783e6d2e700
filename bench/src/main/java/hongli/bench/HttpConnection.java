package hongli.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One kept connection: sends a request, reads its answer, sends the next. It never waits; the selector does.
final class HttpConnection implements AutoCloseable {
    private static final int ROOM = 1 << 16;
    private static final String LENGTH = "\r\nContent-Length: ";

    private final Requests requests;
    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer request = ByteBuffer.allocate(0);
    private byte[] answer = new byte[ROOM];
    private int read;
    private int bodyAt;
    private int end;
    private long sentAt;
    private int orders;

    HttpConnection(Requests requests, int port, Selector selector) throws IOException {
        this.requests = requests;
        this.channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /// The orders that were done with the last answer.
    int orders() {
        return orders;
    }

    /// Begins with the next order.
    void send() throws IOException {
        sentAt = System.nanoTime();
        sendNext();
    }

    private void sendNext() throws IOException {
        request = requests.next();
        read = 0;
        end = 0;
        write();
    }

    private void write() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /// Goes on with what the selector says can be done; the nanoseconds the order took where it is done and its answers
    /// were right, or -1.
    long proceed() throws IOException {
        if (key.isWritable()) {
            write();
            return -1;
        }
        int count = channel.read(ByteBuffer.wrap(answer, read, answer.length - read));
        if (count < 0) {
            throw new IOException("server must keep the connection");
        }
        read += count;
        if (end == 0) {
            readHead();
        }
        if (end > answer.length) {
            answer = Arrays.copyOf(answer, end);
        }
        if (end == 0 || read < end) {
            return -1;
        }
        orders = requests.check(new String(answer, bodyAt, end - bodyAt, StandardCharsets.ISO_8859_1));
        if (orders == 0) {
            sendNext();
            return -1;
        }
        return System.nanoTime() - sentAt;
    }

    private void readHead() {
        String text = new String(answer, 0, Math.min(read, 2_048), StandardCharsets.ISO_8859_1);
        int headEnd = text.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return;
        }
        int lengthAt = text.indexOf(LENGTH);
        if (!text.startsWith("HTTP/1.1 200") || lengthAt < 0 || lengthAt > headEnd) {
            throw new IllegalStateException("answer must be 200 with a length: answer=" + text);
        }
        int begin = lengthAt + LENGTH.length();
        bodyAt = headEnd + 4;
        end = bodyAt + Integer.parseInt(text, begin, text.indexOf("\r\n", begin), 10);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
