package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fueloptimine.models.mine.InvalidInputException;
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
 * An HTTP server for machines that cannot use MQTT: it publishes their readings to the MQTT broker.
 *
 * <p>A request is answered with 202 only after the broker has acknowledged every message in it. The
 * gateway stores nothing, so it may be killed at any moment: a client without an answer sends its
 * request again.
 */
public final class Gateway implements AutoCloseable {

    /** Additional threads that reject requests while the maximum number is being processed. */
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

    /** Returns all faults of the settings, each beginning with the option; empty if none. */
    public static List<String> faultsIn(GatewaySettings settings) {
        return GatewaySettingsCheck.faultsIn(settings);
    }

    /**
     * Starts the server.
     *
     * @param publisher publishes the messages; closed by the caller, after the gateway
     * @throws InvalidInputException if the settings have faults
     * @throws IOException if the server cannot listen on the address
     */
    public static Gateway start(GatewaySettings settings, GatewayPublisher publisher)
            throws IOException {
        List<String> faults = faultsIn(settings);
        if (!faults.isEmpty()) {
            throw new InvalidInputException("the gateway cannot start", faults);
        }
        ServerTimeouts.apply();
        HttpServer server = bind(settings);
        ExecutorService threads = threads(settings.maxRequests() + SPARE_THREADS);
        GatewayCounts counts = new GatewayCounts();
        StatusHandler status = new StatusHandler(publisher, counts);
        ReadingsHandler readings = new ReadingsHandler(settings, publisher, counts);
        server.createContext("/v1/", readings);
        server.createContext("/", status);
        server.setExecutor(threads);
        server.start();
        return new Gateway(server, readings, threads);
    }

    /** The port of the server. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops the server; requests in progress have five seconds to end. */
    @Override
    public void close() {
        try {
            // HttpServer.stop(delay) waits for the whole delay even when no request is in progress.
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
