package hongli.ledger.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A network between ledger and database that can be cut, or swallow everything.
final class Proxy implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    private final int target;
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesLeft = new AtomicLong(NEVER);
    private volatile boolean swallowing;

    private Proxy(int target) throws IOException {
        this.target = target;
    }

    static Proxy to(int target) throws IOException {
        var proxy = new Proxy(target);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /// Cuts every connection in the middle of what it says, after `bytes` more in all; new ones are let through.
    void cutAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    /// From now on nothing comes through on any connection, and nobody is told; new ones are not answered.
    void swallow() {
        swallowing = true;
    }

    /// New connections are let through again. The old ones stay as they are: silent, and open at the database's end.
    void heal() {
        swallowing = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entrance.accept();
                sockets.add(near);
                if (!swallowing) {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(far);
                    var broken = new Broken();
                    Thread.ofVirtual().start(() -> carry(near, far, broken));
                    Thread.ofVirtual().start(() -> carry(far, near, broken));
                }
            }
        } catch (IOException _) {
            // The entrance was closed.
        }
    }

    /// Whether a connection has been swallowed; it stays so.
    private static final class Broken {
        private volatile boolean silent;
    }

    private void carry(Socket from, Socket to, Broken broken) {
        byte[] bytes = new byte[1 << 13];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                broken.silent |= swallowing;
                if (broken.silent) {
                    return;
                }
                long left = bytesLeft.get() == NEVER ? NEVER : bytesLeft.addAndGet(-count);
                out.write(bytes, 0, (int) Math.max(0, Math.min(count, count + Math.min(0, left))));
                out.flush();
                if (left <= 0) {
                    bytesLeft.set(NEVER);
                    cut();
                }
            }
            to.close();
        } catch (IOException _) {
            // One end has gone, or both.
        }
    }

    private void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
