package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.DecoderException;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultHttpContent;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultHttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import org.junit.jupiter.api.Test;

/** CVE-2024-29025: a form that is sent to Flink's REST interface grows in its memory. */
class FormFieldsAttackTest {

    private static final int FIELDS = 10_000;

    @Test
    void aFormWithTooManyFieldsIsRefused() {
        assertThatThrownBy(() -> decode("a=1&".repeat(FIELDS)))
                .isInstanceOf(DecoderException.class);
    }

    @Test
    void aFieldThatDoesNotEndIsRefused() {
        assertThatThrownBy(() -> decode("a".repeat(FIELDS))).isInstanceOf(DecoderException.class);
    }

    private static void decode(String body) {
        HttpRequest request =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/jars/upload");
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/x-www-form-urlencoded");
        HttpPostRequestDecoder decoder =
                new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request);
        try {
            decoder.offer(
                    new DefaultHttpContent(Unpooled.copiedBuffer(body, StandardCharsets.US_ASCII)));
        } finally {
            decoder.destroy();
        }
    }
}
