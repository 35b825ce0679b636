package io.fueloptimine.jobs.gateway;

import io.fueloptimine.models.mine.input.InvalidInputException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * An HTTP server for machines that cannot use MQTT. The server publishes the machines' readings to
 * the MQTT broker.
 *
 * <p>A request is answered with 202 only after the broker has acknowledged every message in it. The
 * gateway stores nothing. If the gateway is killed, clients receive no answer and must send their
 * requests again.
 */
public final class Gateway implements AutoCloseable {

    private static final int BACKLOG = 128;
    private static final int EVENT_LOOPS = 2;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Channel server;
    private final EventLoopGroup loops;
    private final ReadingRequests readings;
    private final ExecutorService threads;

    private Gateway(
            Channel server,
            EventLoopGroup loops,
            ReadingRequests readings,
            ExecutorService threads) {
        this.server = server;
        this.loops = loops;
        this.readings = readings;
        this.threads = threads;
    }

    /**
     * Checks the settings and returns all faults; empty if there are none. Each fault begins with
     * the name of the option.
     */
    public static List<String> faultsIn(GatewaySettings settings) {
        return GatewaySettingsCheck.faultsIn(settings);
    }

    /**
     * Starts the server.
     *
     * @param publisher publishes the messages; the caller closes the publisher after the gateway
     * @throws InvalidInputException if the settings have faults
     * @throws IOException if the server cannot listen on the address
     */
    public static Gateway start(GatewaySettings settings, GatewayPublisher publisher)
            throws IOException {
        return start(settings, publisher, () -> "");
    }

    /**
     * Starts the server.
     *
     * @param publisher publishes the messages; the caller closes the publisher after the gateway
     * @param furtherMetrics metrics that {@code /metrics} shows after its own; thread-safe
     * @throws InvalidInputException if the settings have faults
     * @throws IOException if the server cannot listen on the address
     */
    public static Gateway start(
            GatewaySettings settings, GatewayPublisher publisher, Supplier<String> furtherMetrics)
            throws IOException {
        return start(settings, publisher, ConnectionLimits.DEFAULT, furtherMetrics);
    }

    static Gateway start(
            GatewaySettings settings, GatewayPublisher publisher, ConnectionLimits limits)
            throws IOException {
        return start(settings, publisher, limits, () -> "");
    }

    private static Gateway start(
            GatewaySettings settings,
            GatewayPublisher publisher,
            ConnectionLimits limits,
            Supplier<String> furtherMetrics)
            throws IOException {
        List<String> faults = faultsIn(settings);
        if (!faults.isEmpty()) {
            throw new InvalidInputException("the gateway cannot start", faults);
        }
        GatewayCounts counts = new GatewayCounts();
        ReadingRequests readings = new ReadingRequests(settings, publisher, counts);
        ExecutorService threads = threads(settings.maxRequests());
        GatewayPipeline pipeline =
                new GatewayPipeline(
                        tls(settings),
                        new OpenConnections(limits),
                        limits,
                        new Routes(
                                new HostCheck(settings),
                                readings,
                                publisher,
                                counts,
                                furtherMetrics),
                        counts,
                        threads,
                        settings.maxBodyBytes(),
                        new ClientShares(
                                (long) settings.maxRequests() * settings.maxBodyBytes(),
                                settings.maxBodyBytes()));
        EventLoopGroup loops = new NioEventLoopGroup(EVENT_LOOPS, daemons("gateway-io"));
        try {
            Channel server = bind(settings, pipeline, loops);
            return new Gateway(server, loops, readings, threads);
        } catch (IOException e) {
            stop(loops);
            threads.shutdownNow();
            throw e;
        }
    }

    /** The port of the server. */
    public int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** The number of tokens that are bound to no machines; 0 without a token file. */
    public long openTokens() {
        return readings.openTokens();
    }

    /** Stops the server; requests in progress have 5 s to end. */
    @Override
    public void close() {
        server.close().syncUninterruptibly();
        try {
            readings.awaitIdle(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop(loops);
        threads.shutdownNow();
    }

    private static Channel bind(
            GatewaySettings settings, GatewayPipeline pipeline, EventLoopGroup loops)
            throws IOException {
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childHandler(pipeline)
                        .bind(settings.address(), settings.port())
                        .awaitUninterruptibly();
        if (bound.cause() instanceof IOException e) {
            throw e;
        }
        return bound.syncUninterruptibly().channel();
    }

    private static Optional<SSLContext> tls(GatewaySettings settings) throws IOException {
        return settings.keyStore().isPresent()
                ? Optional.of(
                        ServerTls.context(
                                settings.keyStore().get(), settings.keyStorePasswordFile()))
                : Optional.empty();
    }

    /** Stops event loops after they have sent the answers that are already written. */
    private static void stop(EventLoopGroup loops) {
        loops.shutdownGracefully(0, STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(STOP_LIMIT.toMillis());
    }

    /**
     * Creates the threads that serve requests, one thread per request. The executor rejects further
     * requests.
     */
    private static ExecutorService threads(int count) {
        return new ThreadPoolExecutor(
                0, count, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), daemons("gateway"));
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
