package io.fueloptimine.jobs.cli.flood;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Fifty trucks, of which each sends its last twenty readings once a second by HTTP: 1,000 readings
 * per second. A request that is not accepted is sent again, as the gateway's answers ask for.
 */
final class FleetSender {

    static final int TRUCKS = 50;
    static final int READINGS_PER_REQUEST = 20;

    private static final int THREADS = 10;
    private static final long PAUSE_NS = Duration.ofMillis(20).toNanos();
    private static final int ACCEPTED = 202;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String token;
    private final Latencies answers = new Latencies();
    private final AtomicLong repeats = new AtomicLong();

    FleetSender(int port, String token) {
        this.base = "http://127.0.0.1:" + port + "/v1/pit/haultruck/";
        this.token = token;
    }

    /** Sends for a time; returns the number of readings, each of which the gateway accepted. */
    long send(Duration time, String run) throws Exception {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
        try {
            List<Future<?>> sent = new ArrayList<>();
            long requests = time.toSeconds() * TRUCKS;
            for (int i = 0; i < requests; i++) {
                int second = i / TRUCKS;
                String truck = run + "-" + i % TRUCKS;
                long delayMs = i * 1_000L / TRUCKS;
                sent.add(
                        threads.schedule(
                                () -> deliver(truck, second), delayMs, TimeUnit.MILLISECONDS));
            }
            for (Future<?> one : sent) {
                one.get();
            }
            return requests * READINGS_PER_REQUEST;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The times until the gateway's answer, repeats included. */
    Latencies answers() {
        return answers;
    }

    /** The number of requests that were sent again. */
    long repeats() {
        return repeats.get();
    }

    private Void deliver(String truck, int second) throws InterruptedException {
        Instant now = Instant.now();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < READINGS_PER_REQUEST; i++) {
            int sequence = second * READINGS_PER_REQUEST + i;
            Instant time = now.minusMillis(READINGS_PER_REQUEST - i);
            lines.append("{\"time\":\"" + time + "\",\"sequence\":" + sequence)
                    .append(",\"fuelRateLph\":212.5,\"speedKph\":31.5,\"payloadT\":220}\n");
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + truck + "/telemetry"))
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(lines.toString()))
                        .build();
        while (!isAccepted(request)) {
            repeats.incrementAndGet();
            // As an edge does: a pause before the request is sent again.
            LockSupport.parkNanos(PAUSE_NS);
        }
        answers.add(Duration.between(now, Instant.now()).toMillis());
        return null;
    }

    private boolean isAccepted(HttpRequest request) throws InterruptedException {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status < 500 && status != ACCEPTED) {
                throw new AssertionError("the gateway answered " + status);
            }
            return status == ACCEPTED;
        } catch (IOException e) {
            return false;
        }
    }
}
