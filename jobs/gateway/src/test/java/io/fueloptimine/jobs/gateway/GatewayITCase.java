package io.fueloptimine.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.connectors.mqtt.connection.MqttConnectionSettings;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisher;
import io.fueloptimine.connectors.mqtt.publisher.MqttPublisherSettings;
import io.fueloptimine.jobs.broker.BrokerProcess;
import io.fueloptimine.jobs.broker.BrokerSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway with the built-in broker in its own process. */
@Timeout(120)
class GatewayITCase {

    private static final int REQUESTS = 600;
    private static final int SENDERS = 6;
    private static final long POLL_NS = 20_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void rejectsMessagesThatHaveNoSubscriber() throws Exception {
        try (BrokerProcess broker = startBrokerOn(0);
                MqttPublisher publisher = publisherTo(broker.port());
                Gateway gateway = startGateway(publisher)) {
            HttpSender sender = new HttpSender(gateway.port());
            awaitHealth(sender);

            HttpResponse<String> withoutSubscriber = sender.post("{\"n\":\"withoutSubscriber\"}");
            assertThat(withoutSubscriber.statusCode()).isEqualTo(503);
            assertThat(withoutSubscriber.body()).contains("noSubscriber");

            PersistentSession ingest = new PersistentSession(broker.port());
            ingest.subscribe("pit/v1/haultruck/#");
            assertThat(sender.post("{\"n\":\"subscribed\"}").statusCode()).isEqualTo(202);
            assertThat(ingest.awaitDistinct(1)).containsExactly("{\"n\":\"subscribed\"}");
        }
    }

    @Test
    void acceptedMessagesSurviveAKillOfTheBroker() throws Exception {
        BrokerProcess broker = startBrokerOn(0);
        int port = broker.port();
        new PersistentSession(port).subscribe("pit/v1/haultruck/#");
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        AtomicInteger rejected = new AtomicInteger();
        CountDownLatch killed = new CountDownLatch(1);
        try (MqttPublisher publisher = publisherTo(port);
                Gateway gateway = startGateway(publisher)) {
            HttpSender sender = new HttpSender(gateway.port());
            awaitHealth(sender);
            List<Thread> senders =
                    IntStream.range(0, SENDERS)
                            .mapToObj(
                                    i ->
                                            new Thread(
                                                    () ->
                                                            send(
                                                                    sender, i, killed, accepted,
                                                                    rejected)))
                            .toList();
            senders.forEach(Thread::start);
            await("a third of the requests is accepted", () -> accepted.size() >= REQUESTS / 3);
            broker.kill();
            killed.countDown();
            await("each sender was rejected", () -> rejected.get() >= SENDERS);
            assertThat(sender.get("/health").statusCode()).isEqualTo(503);
            try (BrokerProcess restarted = startBrokerOn(port)) {
                for (Thread one : senders) {
                    one.join(LIMIT.toMillis());
                    assertThat(one.isAlive()).as("still sending").isFalse();
                }
                assertThat(accepted).hasSize(REQUESTS);
                assertThat(new PersistentSession(restarted.port()).awaitDistinct(REQUESTS))
                        .containsAll(accepted);
            }
        }
    }

    /**
     * Sends each message again until it is accepted, as a machine does. The second half waits for
     * the kill, so that a fast gateway does not accept all messages before it.
     */
    private static void send(
            HttpSender sender,
            int thread,
            CountDownLatch killed,
            Set<String> accepted,
            AtomicInteger rejected) {
        for (int n = thread; n < REQUESTS; n += SENDERS) {
            if (n >= REQUESTS / 2) {
                awaitQuietly(killed);
            }
            String json = "{\"n\":" + n + "}";
            int status = sender.post(json).statusCode();
            while (status == 503) {
                rejected.incrementAndGet();
                LockSupport.parkNanos(POLL_NS);
                status = sender.post(json).statusCode();
            }
            if (status == 202) {
                accepted.add(json);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitHealth(HttpSender sender) {
        await("the broker is connected", () -> sender.get("/health").statusCode() == 200);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadlineNs);
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private static MqttPublisher publisherTo(int port) {
        return MqttPublisher.open(
                MqttPublisherSettings.of(MqttConnectionSettings.plain("127.0.0.1", port), "gateway")
                        .requiringSubscribers()
                        .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(1)));
    }

    private static Gateway startGateway(MqttPublisher publisher) throws IOException {
        return Gateway.start(
                GatewaySettings.local(0, List.of("pit")), GatewayPublisher.to(publisher));
    }

    private BrokerProcess startBrokerOn(int port) throws IOException {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(Path.of("..", "broker", "target")),
                port,
                folder.resolve("broker"),
                BrokerSettings.DEFAULT.withHeapMib(256));
    }
}
