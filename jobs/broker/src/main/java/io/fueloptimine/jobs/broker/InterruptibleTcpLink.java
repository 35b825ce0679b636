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
 * A TCP relay on loopback whose connections can be closed and refused on command.
 *
 * <p>The relay serves tests of the recovery from network failures. The class depends on the JDK
 * only, so that the tests of any job can use it. While no server listens on the target port, the
 * relay accepts each new connection and closes it immediately. Thread-safe.
 */
public final class InterruptibleTcpLink implements AutoCloseable {

    private static final int BACKLOG = 50;
    private static final int CONNECT_TIMEOUT_MS = (int) Duration.ofSeconds(5).toMillis();

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final AtomicInteger accepted = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(InterruptibleTcpLink::thread);

    /**
     * The open sockets of clients and of the target. The lock of this object guards this set and
     * {@link #blocked}.
     */
    private final Set<Socket> open = new HashSet<>();

    private boolean blocked;

    /**
     * Starts to relay from a port that the system chooses.
     *
     * @param targetPort the port on loopback to which connections are relayed
     * @throws IOException if no port is free
     */
    public InterruptibleTcpLink(int targetPort) throws IOException {
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** The port to which clients connect instead of the target port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The number of accepted connections, including connections that were closed immediately. */
    public int acceptedConnections() {
        return accepted.get();
    }

    /** Closes the current connections; new connections are relayed. */
    public synchronized void closeConnections() {
        Set.copyOf(open).forEach(this::close);
    }

    /**
     * Closes the current connections, and closes new connections immediately until {@link
     * #unblock()}.
     */
    public synchronized void block() {
        blocked = true;
        closeConnections();
    }

    /** Ends the effect of {@link #block()}; new connections are relayed again. */
    public synchronized void unblock() {
        blocked = false;
    }

    /** Closes the connections and stops listening. */
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
            // the relay was closed
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

    /**
     * Copies bytes from one socket to the other, and closes both sockets when one of them is
     * closed.
     */
    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // closed, by this relay or by one of the sides
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

    /**
     * Registers the connection to the target. If the client's connection has been closed in the
     * meantime, both connections are closed and the method returns false.
     */
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
            // the connection is gone in any case
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "tcp-link");
        thread.setDaemon(true);
        return thread;
    }
}
