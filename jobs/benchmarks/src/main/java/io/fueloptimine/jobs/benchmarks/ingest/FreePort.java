package io.fueloptimine.jobs.benchmarks.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a free port on the loopback address. */
final class FreePort {

    private FreePort() {}

    static int find() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
