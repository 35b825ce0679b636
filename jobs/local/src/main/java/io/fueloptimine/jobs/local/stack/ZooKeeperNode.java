package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServer;

/**
 * A ZooKeeper node in this process, on the loopback address, for Flink's high availability. The
 * class uses the ZooKeeper classes that are part of Flink's client (shaded).
 */
public final class ZooKeeperNode implements AutoCloseable {

    /** The time unit of ZooKeeper (tick), ms. The timeout of a session is 2 to 20 ticks. */
    private static final int TICK_MS = 500;

    private final ZooKeeperServer server;
    private final NIOServerCnxnFactory connections;

    private ZooKeeperNode(ZooKeeperServer server, NIOServerCnxnFactory connections) {
        this.server = server;
        this.connections = connections;
    }

    /**
     * Starts the node.
     *
     * @param folder the folder for the data of the node
     * @throws StackException if the node does not start
     */
    public static ZooKeeperNode start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            ZooKeeperServer server = new ZooKeeperServer(folder.toFile(), folder.toFile(), TICK_MS);
            NIOServerCnxnFactory connections = new NIOServerCnxnFactory();
            connections.configure(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            connections.startup(server);
            return new ZooKeeperNode(server, connections);
        } catch (IOException e) {
            throw new StackException("ZooKeeper cannot start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while ZooKeeper was starting", e);
        }
    }

    /** The address to which clients connect, as {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + connections.getLocalPort();
    }

    @Override
    public void close() {
        connections.shutdown();
        server.shutdown();
    }
}
