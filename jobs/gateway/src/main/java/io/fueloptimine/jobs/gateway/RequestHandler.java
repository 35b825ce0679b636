package io.fueloptimine.jobs.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Serves the requests of one connection, one after the other. The head of a request is checked
 * before its body is read, and messages are published only after the whole body was read. If a
 * request is rejected before its end, the connection is closed. The methods are called in the
 * connection's event loop.
 */
final class RequestHandler extends ChannelInboundHandlerAdapter {

    /**
     * Time for which the rest of a rejected request is still received and discarded before the
     * connection is closed.
     */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Routes routes;
    private final GatewayCounts counts;
    private final OpenConnections connections;
    private final RequestDeadline deadline;
    private final Executor threads;
    private final int maxBodyBytes;
    private final ClientShares bodyBytes;

    /** The parts of later requests that the client has sent while a request was being served. */
    private final Queue<HttpObject> later = new ArrayDeque<>();

    private HttpRequest head;
    private ByteArrayOutputStream body;

    /** The client of the request, and the bytes of its body that this handler has taken for it. */
    private String client = ClientShares.ANYBODY;

    private int takenBytes;
    private State state = State.HEAD;

    private enum State {
        /** The handler waits for the head of a request. */
        HEAD,
        /** The handler reads the body of a request. */
        BODY,
        /** The request is complete and is being served. */
        SERVING,
        /** The last answer is written; further bytes from the client are discarded. */
        CLOSING
    }

    RequestHandler(
            Routes routes,
            GatewayCounts counts,
            OpenConnections connections,
            RequestDeadline deadline,
            Executor threads,
            int maxBodyBytes,
            ClientShares bodyBytes) {
        this.routes = routes;
        this.counts = counts;
        this.connections = connections;
        this.deadline = deadline;
        this.threads = threads;
        this.maxBodyBytes = maxBodyBytes;
        this.bodyBytes = bodyBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
        HttpObject part = (HttpObject) message;
        if (state == State.SERVING) {
            later.add(part);
            return;
        }
        try {
            read(context, part);
        } finally {
            ReferenceCountUtil.release(part);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline.start();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        later.forEach(ReferenceCountUtil::release);
        later.clear();
        deadline.stop();
        if (state == State.BODY) {
            counts.aborted();
        }
        if (state != State.SERVING) {
            giveBytes();
        }
        context.fireChannelInactive();
    }

    /** Closes the connection after an error, for example when the client does not use TLS. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void read(ChannelHandlerContext context, HttpObject part) throws IOException {
        if (state == State.CLOSING) {
            if (part instanceof LastHttpContent) {
                context.close();
            }
            return;
        }
        if (part.decoderResult().isFailure()) {
            counts.request();
            reject(context, malformed());
            return;
        }
        if (part instanceof HttpRequest request && state == State.HEAD) {
            begin(context, request);
        }
        if (part instanceof HttpContent content && state == State.BODY) {
            append(context, content.content());
            if (part instanceof LastHttpContent && state == State.BODY) {
                serve(context);
            }
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        counts.request();
        head = request;
        body = new ByteArrayOutputStream();
        try {
            routes.check(request);
        } catch (RejectedRequestException rejection) {
            reject(context, rejection);
            return;
        }
        state = State.BODY;
        client = routes.clientOf(request);
        if (HttpUtil.is100ContinueExpected(request)) {
            context.writeAndFlush(
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    private void append(ChannelHandlerContext context, ByteBuf content) throws IOException {
        if (body.size() + content.readableBytes() > maxBodyBytes) {
            reject(context, routes.tooLarge());
            return;
        }
        if (!bodyBytes.take(client, content.readableBytes())) {
            reject(context, routes.busy());
            return;
        }
        takenBytes += content.readableBytes();
        content.readBytes(body, content.readableBytes());
    }

    private void serve(ChannelHandlerContext context) {
        state = State.SERVING;
        deadline.stop();
        connections.serve(context.channel());
        context.channel().config().setAutoRead(false);
        HttpRequest request = head;
        byte[] bytes = body.toByteArray();
        body = null;
        try {
            threads.execute(
                    () -> {
                        HttpAnswer answer = routes.answer(request, bytes);
                        context.executor().execute(() -> finish(context, answer));
                    });
        } catch (RejectedExecutionException e) {
            finish(context, HttpAnswer.of(routes.busy()));
        }
    }

    private void finish(ChannelHandlerContext context, HttpAnswer answer) {
        giveBytes();
        answer.reason().ifPresent(counts::rejected);
        boolean keepAlive = HttpUtil.isKeepAlive(head);
        if (!keepAlive) {
            close(context, answer);
            return;
        }
        context.writeAndFlush(answer.response(head.method().name(), true));
        state = State.HEAD;
        connections.await(context.channel());
        deadline.start();
        context.channel().config().setAutoRead(true);
        readLater(context);
    }

    private void readLater(ChannelHandlerContext context) {
        try {
            while (state != State.SERVING && !later.isEmpty()) {
                HttpObject part = later.remove();
                try {
                    read(context, part);
                } finally {
                    ReferenceCountUtil.release(part);
                }
            }
        } catch (IOException e) {
            context.close();
        }
    }

    private void reject(ChannelHandlerContext context, RejectedRequestException rejection) {
        counts.rejected(rejection.reason());
        giveBytes();
        if (body != null) {
            body = new ByteArrayOutputStream();
        }
        close(context, HttpAnswer.of(rejection));
    }

    private void giveBytes() {
        bodyBytes.give(client, takenBytes);
        takenBytes = 0;
    }

    /** Writes the last answer of a connection, and closes the connection. */
    private void close(ChannelHandlerContext context, HttpAnswer answer) {
        state = State.CLOSING;
        String method = head == null ? "GET" : head.method().name();
        boolean complete = body == null;
        ChannelFuture written = context.writeAndFlush(answer.response(method, false));
        if (complete) {
            written.addListener(ChannelFutureListener.CLOSE);
        } else {
            // If it were closed with unread bytes, the client could lose the answer.
            deadline.closeAfter(LINGER);
        }
    }

    private static RejectedRequestException malformed() {
        return RejectedRequestException.of(
                RejectionReason.BAD_REQUEST,
                "request",
                "not HTTP, or headers or chunks that are malformed or too long",
                "an HTTP/1.1 request");
    }
}
