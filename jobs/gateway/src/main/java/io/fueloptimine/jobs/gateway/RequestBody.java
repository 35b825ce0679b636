package io.fueloptimine.jobs.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the messages of a request: one JSON object, or one JSON object per line. The sizes of
 * bodies are limited before and after decompression. This class does not check the JSON; job ingest
 * checks it, and keeps rejected messages with the reason.
 */
final class RequestBody {

    /** The maximum size of a message that job ingest keeps, bytes. */
    static final int MAX_MESSAGE_BYTES = 65_536;

    static final int MAX_MESSAGES = 10_000;

    /**
     * The maximum ratio of the decompressed to the sent bytes. Readings whose fields are all absent
     * have ratios up to 75, hostile data has 1,000.
     */
    private static final int MAX_RATIO = 200;

    /** The decompressed bytes that a body of any size may have. */
    private static final int SMALL_BODY_BYTES = 4_096;

    /**
     * The minimum length of lines, on average, bytes. The time of a reading alone is longer; a
     * shorter line becomes a larger record of a rejected message.
     */
    private static final int SHORTEST_READING_BYTES = 32;

    /** The number of lines that may be shorter. */
    private static final int FEW_MESSAGES = 100;

    /**
     * The maximum size of a line, bytes. A longer line is cut, because brokers refuse packets of 1
     * MiB; job ingest rejects the cut line.
     */
    private static final int MAX_LINE_BYTES = 524_288;

    private static final int MAX_DIGITS = 18;
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final int maxBytes;

    RequestBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Checks the headers that describe a body before the body is read.
     *
     * @throws RejectedRequestException when the type is not supported or the size exceeds the limit
     */
    void check(HttpHeaders headers) throws RejectedRequestException {
        isLines(headers);
        isCompressed(headers);
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        // Netty accepts nothing but digits here.
        if (length != null && (length.length() > MAX_DIGITS || Long.parseLong(length) > maxBytes)) {
            throw tooLarge(length);
        }
    }

    /**
     * Returns the messages in a body in their order. The list is never empty.
     *
     * @param sent the whole body as it was sent
     * @throws RejectedRequestException when the body does not match its headers or exceeds a limit
     */
    List<byte[]> messagesOf(HttpHeaders headers, byte[] sent) throws RejectedRequestException {
        byte[] body = isCompressed(headers) ? decompressed(sent) : sent;
        return isLines(headers) ? split(body) : single(body);
    }

    private static boolean isLines(HttpHeaders headers) throws RejectedRequestException {
        String type = value(headers, HttpHeaderNames.CONTENT_TYPE, "absent").split(";", 2)[0];
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case JSON -> false;
            case LINES -> true;
            default ->
                    throw RejectedRequestException.of(
                            RejectionReason.UNSUPPORTED_TYPE,
                            "Content-Type",
                            type,
                            JSON + " or " + LINES);
        };
    }

    private static boolean isCompressed(HttpHeaders headers) throws RejectedRequestException {
        String encoding = value(headers, HttpHeaderNames.CONTENT_ENCODING, "identity");
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> false;
            case "gzip" -> true;
            default ->
                    throw RejectedRequestException.of(
                            RejectionReason.UNSUPPORTED_TYPE,
                            "Content-Encoding",
                            encoding,
                            "gzip or none");
        };
    }

    /** The values of a header, joined by commas if the header occurs several times. */
    private static String value(HttpHeaders headers, CharSequence name, String byDefault) {
        List<String> values = headers.getAll(name);
        return values.isEmpty() ? byDefault : String.join(", ", values);
    }

    private byte[] decompressed(byte[] sent) throws RejectedRequestException {
        int most = (int) Math.min(maxBytes, SMALL_BODY_BYTES + (long) MAX_RATIO * sent.length);
        Optional<byte[]> body = GzipBody.decompress(sent, most + 1);
        if (body.isEmpty()) {
            throw RejectedRequestException.of(
                    RejectionReason.BAD_REQUEST,
                    "body",
                    sent.length + " bytes that are not gzip or break off",
                    "complete gzip data and nothing after it");
        }
        if (body.get().length <= most) {
            return body.get();
        }
        if (most == maxBytes) {
            throw tooLarge("more after decompression,");
        }
        throw RejectedRequestException.of(
                RejectionReason.TOO_LARGE,
                "body",
                "more than " + most + " bytes after decompression of " + sent.length,
                "at most "
                        + MAX_RATIO
                        + " times the bytes that were sent, and "
                        + SMALL_BODY_BYTES);
    }

    RejectedRequestException tooLarge(String bytes) {
        return RejectedRequestException.of(
                RejectionReason.TOO_LARGE,
                "body",
                bytes + " bytes",
                "at most " + maxBytes + " bytes");
    }

    /** Returns the message of a body that consists of one JSON object. */
    private static List<byte[]> single(byte[] body) throws RejectedRequestException {
        if (isBlank(body, 0, body.length)) {
            throw RejectedRequestException.of(
                    RejectionReason.BAD_REQUEST, "body", "empty", "one JSON object");
        }
        if (body.length > MAX_MESSAGE_BYTES) {
            throw RejectedRequestException.of(
                    RejectionReason.TOO_LARGE,
                    "body",
                    body.length + " bytes",
                    "at most " + MAX_MESSAGE_BYTES + " bytes per message");
        }
        return List.of(body);
    }

    /**
     * Returns the messages of a body with one JSON object per line; blank lines are skipped. A line
     * that is too long is cut, and the other lines remain valid. Job ingest rejects the cut line
     * and keeps its beginning.
     */
    private static List<byte[]> split(byte[] body) throws RejectedRequestException {
        List<byte[]> messages = new ArrayList<>();
        int start = 0;
        while (start < body.length) {
            int end = endOfLine(body, start);
            if (!isBlank(body, start, end)) {
                messages.add(message(body, start, end));
            }
            if (messages.size() > MAX_MESSAGES) {
                throw RejectedRequestException.of(
                        RejectionReason.TOO_LARGE, "body", "more lines", "at most " + MAX_MESSAGES);
            }
            start = end + 1;
        }
        if (messages.size() > FEW_MESSAGES + body.length / SHORTEST_READING_BYTES) {
            throw RejectedRequestException.of(
                    RejectionReason.TOO_LARGE,
                    "body",
                    messages.size() + " lines in " + body.length + " bytes",
                    "lines of at least " + SHORTEST_READING_BYTES + " bytes on average");
        }
        if (messages.isEmpty()) {
            throw RejectedRequestException.of(
                    RejectionReason.BAD_REQUEST, "body", "empty", "one JSON object per line");
        }
        return messages;
    }

    private static int endOfLine(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    private static byte[] message(byte[] body, int start, int end) {
        int last = body[end - 1] == '\r' ? end - 1 : end;
        return Arrays.copyOfRange(body, start, Math.min(last, start + MAX_LINE_BYTES));
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r' && body[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
