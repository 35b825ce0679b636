package io.fueloptimine.jobs.cli.doctor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Accepts connections of MQTT 5 without restrictions, and nothing else. Stands for a broker where
 * only the connection counts.
 */
final class AcceptingBroker implements AutoCloseable {

    /** A CONNACK with the reason code 0 and no properties. */
    private static final byte[] GRANTED = {0x20, 3, 0, 0, 0};

    private final ServerSocket server;
    private final Thread thread;

    AcceptingBroker() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "accepting broker");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                if (client.getInputStream().read() >= 0) {
                    client.getOutputStream().write(GRANTED);
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
