package io.fueloptimine.jobs.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no HTTP client would send. */
final class RawRequests {

    static final String HEAD =
            "POST "
                    + HttpSender.PATH
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n";

    private final int port;

    RawRequests(int port) {
        this.port = port;
    }

    /** Sends a head and a body, closes the sending side and returns the answer; may be empty. */
    String send(String headers, byte[] body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes((headers + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    String send(String headers, String body) throws IOException {
        return send(headers, body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
