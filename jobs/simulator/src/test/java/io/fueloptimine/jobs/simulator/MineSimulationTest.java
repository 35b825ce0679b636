package io.fueloptimine.jobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fueloptimine.jobs.simulator.delivery.RecordingPublisher;
import io.fueloptimine.jobs.simulator.publish.LinkException;
import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.MqttSettings;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
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
                SimulationSettings.of(SmallMine.SITE, MqttSettings.of("localhost", 1883), folder)
                        .withSpeedUp(600);
    }

    @Test
    void keepsItsPaceAndGoesOnWhereItWasStopped() throws Exception {
        AwaitableOutlet outlet = new AwaitableOutlet(2_000);
        SimulationStatus first;
        try (MineSimulation mine = new MineSimulation(settings, mqtt -> outlet)) {
            mine.start();
            outlet.awaitCount();
            assertThat(mine.stop(LIMIT)).isTrue();
            first = mine.figures();
        }
        assertThat(first.speedUp()).isBetween(300.0, 700.0);
        assertThat(first.sent()).isEqualTo(outlet.messages().size());
        assertThat(first.pending()).isZero();

        AwaitableOutlet next = new AwaitableOutlet(100);
        try (MineSimulation mine = new MineSimulation(settings, mqtt -> next)) {
            mine.start();
            next.awaitCount();
            mine.stop(LIMIT);
            assertThat(mine.figures().sent()).isEqualTo(first.sent() + next.messages().size());
            assertThat(mine.figures().sentThisRun()).isEqualTo(next.messages().size());
            assertThat(mine.figures().mineTime()).isAfter(first.mineTime());
            assertThat(mine.figures().uncleanEnds()).isZero();
            assertThat(mine.failure()).isEmpty();
        }
    }

    @Test
    void letsMineTimeLagWhileNobodyTakesItsMessages() throws Exception {
        BlockedOutlet outlet = new BlockedOutlet();
        try (MineSimulation mine = new MineSimulation(settings, mqtt -> outlet)) {
            mine.start();
            outlet.offered.await();
            Instant stuck = mine.figures().mineTime();

            assertThat(mine.stop(Duration.ofMillis(300))).isFalse();

            assertThat(mine.figures().mineTime()).isEqualTo(stuck);
        }
    }

    @Test
    void startsNothingWhenTheBrokerCannotBeReached() {
        MineSimulation mine =
                new MineSimulation(
                        settings,
                        mqtt -> {
                            throw new LinkException("MQTT broker localhost:1883: refused", null);
                        });

        assertThatThrownBy(mine::start)
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("localhost:1883");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void opensNoConnectionForAStateThatCannotBeUsed() throws IOException {
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
    private static final class AwaitableOutlet implements MessagePublisher {
        private final RecordingPublisher record = new RecordingPublisher();
        private final CountDownLatch awaited;

        private AwaitableOutlet(int count) {
            awaited = new CountDownLatch(count);
        }

        private void awaitCount() throws InterruptedException {
            awaited.await();
        }

        private List<OutboundMessage> messages() {
            return record.messages();
        }

        @Override
        public void offer(OutboundMessage message) {
            record.offer(message);
            awaited.countDown();
        }

        @Override
        public PublishCounts figures() {
            return record.figures();
        }

        @Override
        public boolean awaitEmpty(Duration limit) {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Takes nothing, like a broker that has stopped answering. */
    private static final class BlockedOutlet implements MessagePublisher {
        private final CountDownLatch offered = new CountDownLatch(1);

        @Override
        public void offer(OutboundMessage message) throws InterruptedException {
            offered.countDown();
            new CountDownLatch(1).await();
        }

        @Override
        public PublishCounts figures() {
            return new PublishCounts(0, 1, 0, 0, 0);
        }

        @Override
        public boolean awaitEmpty(Duration limit) {
            return false;
        }

        @Override
        public void close() {}
    }
}
