package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.fueloptimine.jobs.gateway.RejectedRequestException.RequestFault;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Reads the messages of a request: one JSON object, or one JSON object per line. All sizes are
 * limited while reading, also those of compressed bodies. The JSON is not checked here: job ingest
 * checks it and keeps rejected messages with the reason.
 */
final class RequestBody {

    /** The largest message that job ingest keeps. */
    static final int MAX_MESSAGE_BYTES = 65_536;

    static final int MAX_MESSAGES = 10_000;

    private static final int MAX_REPORTED_FAULTS = 20;
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final int maxBytes;

    RequestBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Returns the messages in their order; at least one.
     *
     * @throws RejectedRequestException when the body does not match its headers or exceeds a limit
     * @throws IOException when the connection ended or timed out
     */
    List<byte[]> messagesOf(HttpExchange exchange) throws RejectedRequestException, IOException {
        Headers headers = exchange.getRequestHeaders();
        boolean lines = isLines(headers.getFirst("Content-Type"));
        boolean compressed = isCompressed(headers.getFirst("Content-Encoding"));
        byte[] sent = read(exchange.getRequestBody(), declaredBytes(headers));
        byte[] body = compressed ? decompressed(sent) : sent;
        return checked(lines ? split(body) : List.of(body), lines);
    }

    private static boolean isLines(String contentType) throws RejectedRequestException {
        String type = contentType == null ? "absent" : contentType.split(";", 2)[0].strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
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

    private static boolean isCompressed(String contentEncoding) throws RejectedRequestException {
        String encoding = contentEncoding == null ? "identity" : contentEncoding.strip();
        return switch (encoding.toLowerCase(Locale.ROOT)) {
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

    /** The Content-Length; -1 for a chunked request. */
    private static long declaredBytes(Headers headers) throws RejectedRequestException {
        String length = headers.getFirst("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            throw RejectedRequestException.of(
                    RejectionReason.BAD_REQUEST, "Content-Length", length, "a number");
        }
    }

    private byte[] read(InputStream stream, long declaredBytes)
            throws RejectedRequestException, IOException {
        if (declaredBytes > maxBytes) {
            throw tooLarge(Long.toString(declaredBytes));
        }
        byte[] body = stream.readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw tooLarge("more");
        }
        if (declaredBytes > body.length) {
            throw new EOFException("the request ended before the end of its body");
        }
        return body;
    }

    private byte[] decompressed(byte[] sent) throws RejectedRequestException {
        byte[] body;
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            body = stream.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw RejectedRequestException.of(
                    RejectionReason.BAD_REQUEST, "body", "not readable: " + e.getMessage(), "gzip");
        }
        if (body.length > maxBytes) {
            throw tooLarge("more after decompression,");
        }
        return body;
    }

    private RejectedRequestException tooLarge(String bytes) {
        return RejectedRequestException.of(
                RejectionReason.TOO_LARGE,
                "body",
                bytes + " bytes",
                "at most " + maxBytes + " bytes");
    }

    /** Splits the body into lines; a line feed at its end does not start another line. */
    private static List<byte[]> split(byte[] body) throws RejectedRequestException {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            int last = end > start && body[end - 1] == '\r' ? end - 1 : end;
            lines.add(Arrays.copyOfRange(body, start, last));
            if (lines.size() > MAX_MESSAGES) {
                throw RejectedRequestException.of(
                        RejectionReason.TOO_LARGE, "body", "more lines", "at most " + MAX_MESSAGES);
            }
            start = end + 1;
        }
        return lines;
    }

    private static List<byte[]> checked(List<byte[]> messages, boolean lines)
            throws RejectedRequestException {
        List<RequestFault> empty = new ArrayList<>();
        List<RequestFault> large = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String field = lines ? "line " + (i + 1) : "body";
            byte[] message = messages.get(i);
            if (isBlank(message)) {
                empty.add(RejectedRequestException.fault(field, "empty", "one JSON object"));
            } else if (message.length > MAX_MESSAGE_BYTES) {
                large.add(
                        RejectedRequestException.fault(
                                field,
                                message.length + " bytes",
                                "at most " + MAX_MESSAGE_BYTES + " bytes per message"));
            }
        }
        if (messages.isEmpty()) {
            empty.add(RejectedRequestException.fault("body", "empty", "one JSON object per line"));
        }
        if (!large.isEmpty()) {
            throw new RejectedRequestException(RejectionReason.TOO_LARGE, first(large));
        }
        if (!empty.isEmpty()) {
            throw new RejectedRequestException(RejectionReason.BAD_REQUEST, first(empty));
        }
        return messages;
    }

    private static List<RequestFault> first(List<RequestFault> faults) {
        return faults.subList(0, Math.min(MAX_REPORTED_FAULTS, faults.size()));
    }

    private static boolean isBlank(byte[] message) {
        for (byte character : message) {
            if (character != ' ' && character != '\t' && character != '\r' && character != '\n') {
                return false;
            }
        }
        return true;
    }
}
