package io.fueloptimine.jobs.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.fueloptimine.jobs.gateway.Refusal.Fault;
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
 * The messages in a request: one JSON object, or one a line. Bounded in every respect before it is
 * held in memory, also where it comes packed. What the JSON says is not looked at: that is ingest's
 * to judge, where a rejection is kept with its bytes and its reason.
 */
final class RequestBody {

    /** More than this ingest would not keep of a message either. */
    static final int MAX_MESSAGE_BYTES = 65_536;

    static final int MAX_MESSAGES = 10_000;

    private static final int MOST_FAULTS_TOLD = 20;
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final int maxBytes;

    RequestBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * The messages, one or more, in their order.
     *
     * @throws Refusal when the body is not what its headers and our bounds say
     * @throws IOException when the sender is gone or too slow
     */
    List<byte[]> messagesOf(HttpExchange exchange) throws Refusal, IOException {
        Headers headers = exchange.getRequestHeaders();
        boolean lines = isLines(headers.getFirst("Content-Type"));
        boolean packed = isPacked(headers.getFirst("Content-Encoding"));
        byte[] sent = read(exchange.getRequestBody(), declaredBytes(headers));
        byte[] body = packed ? unpacked(sent) : sent;
        return checked(lines ? split(body) : List.of(body), lines);
    }

    private static boolean isLines(String contentType) throws Refusal {
        String type = contentType == null ? "absent" : contentType.split(";", 2)[0].strip();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case JSON -> false;
            case LINES -> true;
            default ->
                    throw Refusal.of(
                            Reason.UNSUPPORTED_TYPE, "Content-Type", type, JSON + " or " + LINES);
        };
    }

    private static boolean isPacked(String contentEncoding) throws Refusal {
        String encoding = contentEncoding == null ? "identity" : contentEncoding.strip();
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> false;
            case "gzip" -> true;
            default ->
                    throw Refusal.of(
                            Reason.UNSUPPORTED_TYPE, "Content-Encoding", encoding, "gzip or none");
        };
    }

    /** The length that the sender announced; -1 when it sends in chunks. */
    private static long declaredBytes(Headers headers) throws Refusal {
        String length = headers.getFirst("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            throw Refusal.of(Reason.BAD_REQUEST, "Content-Length", length, "a number");
        }
    }

    private byte[] read(InputStream stream, long declaredBytes) throws Refusal, IOException {
        if (declaredBytes > maxBytes) {
            throw tooLarge(Long.toString(declaredBytes));
        }
        byte[] body = stream.readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw tooLarge("more");
        }
        if (declaredBytes > body.length) {
            throw new EOFException("the sender ended within its body");
        }
        return body;
    }

    private byte[] unpacked(byte[] sent) throws Refusal {
        byte[] body;
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            body = stream.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw Refusal.of(Reason.BAD_REQUEST, "body", "broken: " + e.getMessage(), "gzip");
        }
        if (body.length > maxBytes) {
            throw tooLarge("more, unpacked");
        }
        return body;
    }

    private Refusal tooLarge(String bytes) {
        return Refusal.of(
                Reason.TOO_LARGE, "body", bytes + " bytes", "at most " + maxBytes + " bytes");
    }

    /** The lines; a line feed after the last one opens no further line. */
    private static List<byte[]> split(byte[] body) throws Refusal {
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
                throw Refusal.of(Reason.TOO_LARGE, "body", "more lines", "at most " + MAX_MESSAGES);
            }
            start = end + 1;
        }
        return lines;
    }

    private static List<byte[]> checked(List<byte[]> messages, boolean lines) throws Refusal {
        List<Fault> empty = new ArrayList<>();
        List<Fault> large = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String field = lines ? "line " + (i + 1) : "body";
            byte[] message = messages.get(i);
            if (isBlank(message)) {
                empty.add(Refusal.fault(field, "empty", "one JSON object"));
            } else if (message.length > MAX_MESSAGE_BYTES) {
                large.add(
                        Refusal.fault(
                                field,
                                message.length + " bytes",
                                "at most " + MAX_MESSAGE_BYTES + " bytes a message"));
            }
        }
        if (messages.isEmpty()) {
            empty.add(Refusal.fault("body", "empty", "one JSON object a line"));
        }
        if (!large.isEmpty()) {
            throw new Refusal(Reason.TOO_LARGE, first(large));
        }
        if (!empty.isEmpty()) {
            throw new Refusal(Reason.BAD_REQUEST, first(empty));
        }
        return messages;
    }

    private static List<Fault> first(List<Fault> faults) {
        return faults.subList(0, Math.min(MOST_FAULTS_TOLD, faults.size()));
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
