package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The door for machines that cannot speak MQTT: HTTP in, MQTT out.
 *
 * <p>A request is accepted when the broker has acknowledged every message in it, and not before.
 * Nothing is kept here, so a gateway may be killed at any moment: who has no answer sends again.
 */
public final class Gateway implements AutoCloseable {

    /** Threads beside those that work, to tell others that all places are taken. */
    private static final int SPARE_THREADS = 16;

    private static final int BACKLOG = 128;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final HttpServer server;
    private final ReadingsHandler readings;
    private final ExecutorService threads;

    private Gateway(HttpServer server, ReadingsHandler readings, ExecutorService threads) {
        this.server = server;
        this.readings = readings;
        this.threads = threads;
    }

    /** Every fault in the settings, one a line, the option first; empty if there is none. */
    public static List<String> faultsIn(GatewaySettings settings) {
        return GatewayFaults.in(settings);
    }

    /**
     * Opens the door.
     *
     * @param outlet where the messages go; the caller's to close, after this
     * @throws InvalidGatewayException if the settings have faults
     * @throws IOException if the address cannot be had
     */
    public static Gateway start(GatewaySettings settings, MessageOutlet outlet) throws IOException {
        List<String> faults = faultsIn(settings);
        if (!faults.isEmpty()) {
            throw new InvalidGatewayException(faults);
        }
        ServerTimes.apply();
        HttpServer server = bind(settings);
        ExecutorService threads = threads(settings.maxRequests() + SPARE_THREADS);
        GatewayCounts counts = new GatewayCounts();
        StatusHandler status = new StatusHandler(outlet, counts);
        ReadingsHandler readings = new ReadingsHandler(settings, outlet, counts);
        server.createContext("/v1/", readings);
        server.createContext("/", status);
        server.setExecutor(threads);
        server.start();
        return new Gateway(server, readings, threads);
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Closes the door; requests that are being worked on get a few seconds to end. */
    @Override
    public void close() {
        try {
            // The server's own patience would be waited out in full, with nobody at work too.
            readings.awaitIdle(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(GatewaySettings settings) throws IOException {
        InetSocketAddress address = new InetSocketAddress(settings.address(), settings.port());
        Optional<Path> store = settings.keyStore();
        if (store.isEmpty()) {
            return HttpServer.create(address, BACKLOG);
        }
        HttpsServer server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(
                new HttpsConfigurator(
                        ServerTls.context(store.get(), settings.keyStorePasswordFile())));
        return server;
    }

    private static ExecutorService threads(int count) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(
                count,
                task -> {
                    Thread thread = new Thread(task, "gateway-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
