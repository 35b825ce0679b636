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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway before the real broker in its own process. */
@Timeout(120)
class GatewayITCase {

    private static final int REQUESTS = 600;
    private static final int SENDERS = 6;
    private static final long A_MOMENT_NS = 20_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void doesNotAcceptWhatTheBrokerWouldThrowAway() throws Exception {
        try (BrokerProcess broker = startBrokerOn(0);
                MqttPublisher publisher = publisherTo(broker.port());
                Gateway gateway = startGateway(publisher)) {
            Sender sender = new Sender(gateway.port());
            awaitHealth(sender);

            HttpResponse<String> unheard = sender.post("{\"n\":\"unheard\"}");
            assertThat(unheard.statusCode()).isEqualTo(503);
            assertThat(unheard.body()).contains("nobodyListens");

            KeptSession ingest = new KeptSession(broker.port());
            ingest.subscribe("pit/v1/haultruck/#");
            assertThat(sender.post("{\"n\":\"heard\"}").statusCode()).isEqualTo(202);
            assertThat(ingest.awaitDistinct(1)).containsExactly("{\"n\":\"heard\"}");
        }
    }

    @Test
    void whatWasAcceptedIsAtTheBrokerThoughThatWasKilled() throws Exception {
        BrokerProcess mortal = startBrokerOn(0);
        int port = mortal.port();
        new KeptSession(port).subscribe("pit/v1/haultruck/#");
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        AtomicInteger refused = new AtomicInteger();
        try (MqttPublisher publisher = publisherTo(port);
                Gateway gateway = startGateway(publisher)) {
            Sender sender = new Sender(gateway.port());
            awaitHealth(sender);
            List<Thread> senders =
                    IntStream.range(0, SENDERS)
                            .mapToObj(i -> new Thread(() -> send(sender, i, accepted, refused)))
                            .toList();
            senders.forEach(Thread::start);
            await("a third is accepted", () -> accepted.size() >= REQUESTS / 3);
            mortal.kill();
            await("as many are refused as send", () -> refused.get() >= SENDERS);
            assertThat(sender.get("/health").statusCode()).isEqualTo(503);
            try (BrokerProcess risen = startBrokerOn(port)) {
                for (Thread one : senders) {
                    one.join(LIMIT.toMillis());
                    assertThat(one.isAlive()).as("still sending").isFalse();
                }
                assertThat(accepted).hasSize(REQUESTS);
                assertThat(new KeptSession(risen.port()).awaitDistinct(REQUESTS))
                        .containsAll(accepted);
            }
        }
    }

    /** As a machine does: sends again until it hears that it was accepted. */
    private static void send(
            Sender sender, int thread, Set<String> accepted, AtomicInteger refused) {
        for (int n = thread; n < REQUESTS; n += SENDERS) {
            String json = "{\"n\":" + n + "}";
            int status = sender.post(json).statusCode();
            while (status == 503) {
                refused.incrementAndGet();
                LockSupport.parkNanos(A_MOMENT_NS);
                status = sender.post(json).statusCode();
            }
            if (status == 202) {
                accepted.add(json);
            }
        }
    }

    private static void awaitHealth(Sender sender) {
        await("the broker is connected", () -> sender.get("/health").statusCode() == 200);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadlineNs);
            LockSupport.parkNanos(A_MOMENT_NS);
        }
    }

    private static MqttPublisher publisherTo(int port) {
        return MqttPublisher.open(
                MqttPublisherSettings.of(MqttConnectionSettings.plain("127.0.0.1", port), "gateway")
                        .requiringListeners()
                        .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(1)));
    }

    private static Gateway startGateway(MqttPublisher publisher) throws IOException {
        return Gateway.start(GatewaySettings.local(0, List.of("pit")), MessageOutlet.to(publisher));
    }

    private BrokerProcess startBrokerOn(int port) throws IOException {
        return BrokerProcess.start(
                BrokerProcess.classpathIn(Path.of("..", "broker", "target")),
                port,
                folder.resolve("broker"),
                BrokerSettings.DEFAULT.withHeapMib(256));
    }
}
