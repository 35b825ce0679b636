package io.fueloptimine.jobs.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network that fails on command: relays a TCP port on loopback and can cut it.
 *
 * <p>For tests of recovery. Uses nothing but the JDK, so that any job's tests can take it. While
 * the target is down a connection is accepted and closed at once, and the link goes on; it outlives
 * as many targets on that port as there are. Thread-safe.
 */
public final class FlakyLink implements AutoCloseable {

    private static final int BACKLOG = 50;
    private static final int CONNECT_TIMEOUT_MS = (int) Duration.ofSeconds(5).toMillis();

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final AtomicInteger accepted = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(FlakyLink::thread);

    /** Every socket of either side that is not yet closed; guarded by this, as is the next. */
    private final Set<Socket> open = new HashSet<>();

    private boolean blocked;

    /**
     * Begins to relay, from a port of the system's choice.
     *
     * @param targetPort the port on loopback that the connections go on to
     * @throws IOException if no port can be listened on
     */
    public FlakyLink(int targetPort) throws IOException {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** The port to connect to instead of the target's. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Connections accepted so far, those that were closed at once included. */
    public int acceptedConnections() {
        return accepted.get();
    }

    /** Cuts what is connected now; new connections are let through. */
    public synchronized void cutAll() {
        Set.copyOf(open).forEach(this::close);
    }

    /** Opens a hole: cuts what is connected, and whatever connects until {@link #unblock()}. */
    public synchronized void block() {
        blocked = true;
        cutAll();
    }

    /** Closes the hole; new connections are let through again. */
    public synchronized void unblock() {
        blocked = false;
    }

    /** Cuts everything and listens no longer. */
    @Override
    public void close() throws IOException {
        listener.close();
        block();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                accepted.incrementAndGet();
                if (keep(client)) {
                    threads.execute(() -> connect(client));
                }
            }
        } catch (IOException e) {
            // the link was closed
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        try {
            server.connect(target, CONNECT_TIMEOUT_MS);
        } catch (IOException e) {
            close(client);
            close(server);
            return;
        }
        if (keepBoth(client, server)) {
            threads.execute(() -> pump(client, server));
            pump(server, client);
        }
    }

    /** Whichever side ends first, the other ends with it. */
    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut, by us or by either side
        } finally {
            close(from);
            close(to);
        }
    }

    private synchronized boolean keep(Socket socket) {
        open.add(socket);
        if (blocked) {
            close(socket);
        }
        return !blocked;
    }

    /** A cut may have come while the target was being connected: it holds for both sides. */
    private synchronized boolean keepBoth(Socket client, Socket server) {
        open.add(server);
        if (client.isClosed()) {
            close(server);
        }
        return !client.isClosed();
    }

    private synchronized void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone all the same
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "flaky-link");
        thread.setDaemon(true);
        return thread;
    }
}
