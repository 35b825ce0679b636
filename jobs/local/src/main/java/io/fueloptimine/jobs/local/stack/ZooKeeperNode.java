package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServer;

/**
 * One ZooKeeper node in this process, on the loopback address: what a highly available Flink
 * cluster remembers its leader by. The classes are those that Flink's own client brings.
 */
public final class ZooKeeperNode implements AutoCloseable {

    /** Sessions last 2 to 20 ticks. */
    private static final int TICK_MS = 500;

    private final ZooKeeperServer server;
    private final NIOServerCnxnFactory connections;

    private ZooKeeperNode(ZooKeeperServer server, NIOServerCnxnFactory connections) {
        this.server = server;
        this.connections = connections;
    }

    /**
     * Starts the node over a folder.
     *
     * @throws StackException when it does not start
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

    /** Where clients connect. */
    public String address() {
        return "127.0.0.1:" + connections.getLocalPort();
    }

    @Override
    public void close() {
        connections.shutdown();
        server.shutdown();
    }
}
