package io.fueloptimine.jobs.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection to a REST server that sends requests exactly as they are written. */
final class RestConnection {

    private static final int FIRST_BYTE_TIMEOUT_MS = 60_000;
    private static final int END_TIMEOUT_MS = 3_000;

    private RestConnection() {}

    /**
     * Sends a text and returns all that the server answers until it closes the connection or, after
     * the first bytes of an answer, sends nothing for three seconds. A server under load has a
     * minute to begin the answer.
     *
     * @param lines the lines of the request; each is ended by a carriage return and line feed
     */
    static String send(int port, String... lines) throws IOException {
        String text = String.join("\r\n", lines) + "\r\n";
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(FIRST_BYTE_TIMEOUT_MS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            byte[] part = new byte[8192];
            for (int read = 0; read >= 0; read = socket.getInputStream().read(part)) {
                answer.append(new String(part, 0, read, StandardCharsets.ISO_8859_1));
                if (read > 0) {
                    socket.setSoTimeout(END_TIMEOUT_MS);
                }
            }
        } catch (SocketTimeoutException e) {
            // The connection is kept open: the answer is complete.
        }
        return answer.toString();
    }

    /** The status of the first answer. */
    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : -1;
    }
}
