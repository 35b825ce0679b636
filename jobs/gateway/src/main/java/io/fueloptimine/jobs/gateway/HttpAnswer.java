package io.fueloptimine.jobs.gateway;

import io.fueloptimine.models.mine.input.MineJson;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to an HTTP request.
 *
 * @param status the HTTP status code
 * @param contentType the type of the body
 * @param body the body
 * @param reason the reason for which the request was rejected; empty if the request was accepted
 */
record HttpAnswer(int status, String contentType, byte[] body, Optional<RejectionReason> reason) {

    private static final int RETRY_AFTER_S = 5;

    /** The JSON body of the answer to a rejected request. */
    record Problem(int status, String reason, List<RejectedRequestException.RequestFault> faults) {}

    /** Creates an answer with a JSON object as body. */
    static HttpAnswer of(int status, Map<String, ?> json) {
        return new HttpAnswer(status, "application/json", MineJson.toBytes(json), Optional.empty());
    }

    /** Creates an answer with a text as body. */
    static HttpAnswer of(int status, String contentType, String text) {
        return new HttpAnswer(
                status, contentType, text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    /** Creates an answer with the faults of a rejected request. */
    static HttpAnswer of(RejectedRequestException rejection) {
        RejectionReason reason = rejection.reason();
        Problem problem = new Problem(reason.status(), reason.metric(), rejection.faults());
        return new HttpAnswer(
                reason.status(),
                "application/problem+json",
                MineJson.toBytes(problem),
                Optional.of(reason));
    }

    /**
     * Converts this answer to a Netty response.
     *
     * @param method the method of the request; the response to HEAD has no body
     * @param keepAlive whether the connection stays open for further requests
     */
    FullHttpResponse response(String method, boolean keepAlive) {
        boolean head = method.equals("HEAD");
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.valueOf(status),
                        head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body));
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, contentType);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        headers.set("X-Content-Type-Options", "nosniff");
        reason.ifPresent(rejected -> describe(rejected, headers));
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }

    private static void describe(RejectionReason reason, HttpHeaders headers) {
        if (reason.isTemporary()) {
            headers.set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_S);
        }
        if (reason == RejectionReason.UNAUTHORIZED) {
            headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        if (reason == RejectionReason.METHOD_NOT_ALLOWED) {
            headers.set(HttpHeaderNames.ALLOW, "POST for readings, GET otherwise");
        }
    }
}
