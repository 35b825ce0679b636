package io.fueloptimine.jobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.simulator.delivery.RecordingPublisher;
import io.fueloptimine.jobs.simulator.publish.BrokerUnreachableException;
import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MineSimulationTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path folder;
    private SimulationSettings settings;

    @BeforeEach
    void settings() {
        settings =
                SimulationSettings.of(
                                SmallMine.SITE, PublishSettings.plain("localhost", 1883), folder)
                        .withSpeedUp(600);
    }

    @Test
    void keepsTheSpeedUpAndContinuesAfterAStop() throws Exception {
        AwaitablePublisher publisher = new AwaitablePublisher(2_000);
        SimulationStatus first;
        try (MineSimulation mine = new MineSimulation(settings, mqtt -> publisher)) {
            mine.start();
            publisher.awaitCount();
            assertThat(mine.stop(LIMIT)).isTrue();
            first = mine.status();
        }
        assertThat(first.speedUp()).isBetween(300.0, 700.0);
        assertThat(first.sent()).isEqualTo(publisher.messages().size());
        assertThat(first.pending()).isZero();

        AwaitablePublisher next = new AwaitablePublisher(100);
        try (MineSimulation mine = new MineSimulation(settings, mqtt -> next)) {
            mine.start();
            next.awaitCount();
            mine.stop(LIMIT);
            assertThat(mine.status().sent()).isEqualTo(first.sent() + next.messages().size());
            assertThat(mine.status().sentThisRun()).isEqualTo(next.messages().size());
            assertThat(mine.status().mineTime()).isAfter(first.mineTime());
            assertThat(mine.status().uncleanEnds()).isZero();
            assertThat(mine.failure()).isEmpty();
        }
    }

    @Test
    void mineTimeLagsWhileTheBrokerDoesNotAcceptMessages() throws Exception {
        BlockingPublisher publisher = new BlockingPublisher();
        try (MineSimulation mine = new MineSimulation(settings, mqtt -> publisher)) {
            mine.start();
            publisher.blocked.await();
            Instant stuck = mine.status().mineTime();

            assertThat(mine.stop(Duration.ofMillis(300))).isFalse();

            assertThat(mine.status().mineTime()).isEqualTo(stuck);
        }
    }

    @Test
    void startFailsWhenTheBrokerIsUnreachable() {
        MineSimulation mine =
                new MineSimulation(
                        settings,
                        mqtt -> {
                            throw new BrokerUnreachableException(
                                    "MQTT broker localhost:1883: refused", null);
                        });

        assertThatThrownBy(mine::start)
                .isInstanceOf(BrokerUnreachableException.class)
                .hasMessageContaining("localhost:1883");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void opensNoConnectionWhenTheStateIsUnusable() throws IOException {
        Files.writeString(folder.resolve("mine-state.json"), "{");
        MineSimulation mine =
                new MineSimulation(
                        settings,
                        mqtt -> {
                            throw new AssertionError("connected");
                        });

        assertThatThrownBy(mine::start).isInstanceOf(MineStateException.class);
    }

    /** Lets a test wait for a number of messages. */
    private static final class AwaitablePublisher implements MessagePublisher {
        private final RecordingPublisher record = new RecordingPublisher();
        private final CountDownLatch awaited;

        private AwaitablePublisher(int count) {
            awaited = new CountDownLatch(count);
        }

        private void awaitCount() throws InterruptedException {
            awaited.await();
        }

        private List<OutboundMessage> messages() {
            return record.messages();
        }

        @Override
        public void publish(OutboundMessage message) {
            record.publish(message);
            awaited.countDown();
        }

        @Override
        public PublishCounts counts() {
            return record.counts();
        }

        @Override
        public boolean awaitAnswers(Duration limit) {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Blocks, as with a broker that does not answer. */
    private static final class BlockingPublisher implements MessagePublisher {
        private final CountDownLatch blocked = new CountDownLatch(1);

        @Override
        public void publish(OutboundMessage message) throws InterruptedException {
            blocked.countDown();
            new CountDownLatch(1).await();
        }

        @Override
        public PublishCounts counts() {
            return new PublishCounts(0, 1, 0, 0, 0);
        }

        @Override
        public boolean awaitAnswers(Duration limit) {
            return false;
        }

        @Override
        public void close() {}
    }
}
