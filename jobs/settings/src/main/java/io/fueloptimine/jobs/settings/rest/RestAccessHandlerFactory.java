package io.fueloptimine.jobs.settings.rest;

import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.Channel;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInitializer;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;

/**
 * Adds {@link RestAccessHandler} to each connection of Flink's REST interface. Flink finds this
 * class with {@link java.util.ServiceLoader} on the class path of the process. Thread-safe.
 */
public final class RestAccessHandlerFactory implements InboundChannelHandlerFactory {

    @Override
    public int priority() {
        return 0;
    }

    /**
     * Creates a handler that inserts the access check into the pipeline of a connection and then
     * removes itself. Flink places the created handler after the handlers that store uploads. The
     * access check is inserted before these handlers, so that the body of a rejected request is not
     * stored.
     */
    @Override
    public Optional<ChannelHandler> createHandler(
            Configuration configuration, Map<String, String> responseHeaders) {
        RestAccessRules rules = RestAccessRules.of(configuration);
        return Optional.of(
                new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        ChannelHandlerContext codec =
                                channel.pipeline().context(HttpServerCodec.class);
                        if (codec == null) {
                            // Netty closes the connection.
                            throw new IllegalStateException(
                                    "Flink's REST interface has no HttpServerCodec: requests"
                                            + " cannot be checked");
                        }
                        channel.pipeline()
                                .addAfter(codec.name(), null, new RestAccessHandler(rules));
                    }
                });
    }
}
