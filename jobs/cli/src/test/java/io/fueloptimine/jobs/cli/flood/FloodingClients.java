package io.fueloptimine.jobs.cli.flood;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;

/**
 * Clients at another address that flood a gateway: silent connections of one byte, unfinished
 * bodies without a token, and gzip bombs with the token of another site.
 */
final class FloodingClients implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.2";
    private static final int OPEN_SOCKETS = 400;
    private static final Duration CONNECTION_EVERY = Duration.ofMillis(5);
    private static final Duration BOMB_EVERY = Duration.ofMillis(5);
    private static final int BOMB_LINES = 10_000;
    private static final int READ_LIMIT_MS = 5_000;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final Deque<Socket> open = new ArrayDeque<>();
    private final int port;
    private final LongAdder silent = new LongAdder();
    private final LongAdder unfinished = new LongAdder();
    private final LongAdder foreign = new LongAdder();
    private final LongAdder tooLarge = new LongAdder();

    FloodingClients(int port) {
        this.port = port;
    }

    /**
     * Starts the flood.
     *
     * @param token the token of another site
     * @param ownPath a path of the site that the token is for
     * @param foreignPath a path of a site that the token is not for
     */
    void start(String token, String ownPath, String foreignPath) throws IOException {
        every(CONNECTION_EVERY, () -> hold("P", silent));
        every(CONNECTION_EVERY, () -> hold(head(foreignPath, "", 100_000) + "{", unfinished));
        byte[] bomb = bomb();
        String authorization = "Authorization: Bearer " + token + "\r\n";
        String encoded = authorization + "Content-Encoding: gzip\r\n";
        every(BOMB_EVERY, () -> send(head(foreignPath, encoded, bomb.length), bomb, 403, foreign));
        every(BOMB_EVERY, () -> send(head(ownPath, encoded, bomb.length), bomb, 413, tooLarge));
    }

    /** What was sent and how it was answered. */
    String report() {
        return silent
                + " silent connections, "
                + unfinished
                + " unfinished bodies, "
                + foreign
                + " bombs refused with 403, "
                + tooLarge
                + " with 413";
    }

    /** Whether each kind of attack took place. */
    boolean tookPlace() {
        return List.of(silent, unfinished, foreign, tooLarge).stream()
                .allMatch(count -> count.sum() > 100);
    }

    private void every(Duration interval, Attack attack) {
        threads.scheduleAtFixedRate(
                () -> {
                    try {
                        attack.run();
                    } catch (IOException e) {
                        // The gateway closed the connection, which is its right.
                    }
                },
                0,
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void hold(String bytes, LongAdder count) throws IOException {
        Socket socket = connect();
        synchronized (open) {
            open.add(socket);
            if (open.size() > OPEN_SOCKETS) {
                open.remove().close();
            }
        }
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        count.increment();
    }

    private void send(String head, byte[] body, int status, LongAdder count) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            byte[] answer = socket.getInputStream().readNBytes(12);
            if (new String(answer, StandardCharsets.US_ASCII).equals("HTTP/1.1 " + status)) {
                count.increment();
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        socket.setSoTimeout(READ_LIMIT_MS);
        return socket;
    }

    private static String head(String path, String headers, int bytes) {
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
                + headers
                + "Content-Length: "
                + bytes
                + "\r\n\r\n";
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("1\n".repeat(BOMB_LINES).getBytes(StandardCharsets.US_ASCII));
        }
        return packed.toByteArray();
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        synchronized (open) {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    /** One attack. */
    @FunctionalInterface
    private interface Attack {
        void run() throws IOException;
    }
}
