package io.fueloptimine.jobs.gateway;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslHandler;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Sets up each accepted connection: checks the connection limits, and adds the handlers for TLS,
 * HTTP and requests.
 */
final class GatewayPipeline extends ChannelInitializer<SocketChannel> {

    private static final int MAX_LINE_BYTES = 4_096;
    private static final int MAX_HEADER_BYTES = 16_384;
    private static final int MAX_CHUNK_BYTES = 8_192;

    private final Optional<SSLContext> tls;
    private final OpenConnections connections;
    private final ConnectionLimits limits;
    private final Routes routes;
    private final GatewayCounts counts;
    private final Executor threads;
    private final int maxBodyBytes;
    private final ClientShares bodyBytes;

    GatewayPipeline(
            Optional<SSLContext> tls,
            OpenConnections connections,
            ConnectionLimits limits,
            Routes routes,
            GatewayCounts counts,
            Executor threads,
            int maxBodyBytes,
            ClientShares bodyBytes) {
        this.tls = tls;
        this.connections = connections;
        this.limits = limits;
        this.routes = routes;
        this.counts = counts;
        this.threads = threads;
        this.maxBodyBytes = maxBodyBytes;
        this.bodyBytes = bodyBytes;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        if (!connections.add(channel)) {
            counts.refusedConnection();
            channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> connections.remove(channel));
        tls.ifPresent(context -> channel.pipeline().addLast(new SslHandler(engine(context))));
        channel.pipeline()
                .addLast(new HttpServerCodec(MAX_LINE_BYTES, MAX_HEADER_BYTES, MAX_CHUNK_BYTES))
                .addLast(
                        new RequestHandler(
                                routes,
                                counts,
                                connections,
                                new RequestDeadline(channel, limits.request()),
                                threads,
                                maxBodyBytes,
                                bodyBytes));
    }

    private static SSLEngine engine(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }
}
