package io.fueloptimine.jobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import io.fueloptimine.jobs.simulator.publish.PublishSettings;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.models.mine.site.MineSite;
import io.fueloptimine.models.mine.site.MineSiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryFaultTest {

    private static final Path LOCAL = Path.of("../../deploy/local");
    private static final int THREE_HOURS_S = 10_800;

    @TempDir Path folder;

    @Test
    void everyFaultChangesTheMineOrItsMessages() throws Exception {
        MineSite andes = MineSiteFile.read(LOCAL.resolve("mines/andes.yaml"));
        SimulationSettings settings =
                SimulationSettings.of(andes, PublishSettings.plain("localhost", 1883), folder)
                        .withSpeedUp(Double.POSITIVE_INFINITY)
                        .withScenario(
                                ScenarioFile.read(
                                        LOCAL.resolve("scenarios/every-fault.yaml"), andes));
        CountingPublisher publisher = new CountingPublisher();
        MineRun run =
                new MineRun(
                        settings,
                        new StateFile(folder),
                        Optional.empty(),
                        publisher,
                        new ArrayDeque<>());

        for (int second = 0; second < THREE_HOURS_S; second++) {
            run.nextSecond();
        }
        run.releaseHeld();

        assertThat(run.pitCounts().stolenL()).isBetween(100.0, 800.0);
        assertThat(run.pitCounts().leakedL()).isBetween(400.0, 451.0);
        assertThat(run.pitCounts().cycles()).isPositive();
        assertThat(run.deliveryCounts().silenced()).isGreaterThanOrEqualTo(1_200);
        assertThat(run.deliveryCounts().corrupted()).isPositive();
        assertThat(run.deliveryCounts().delayed()).isPositive();
        assertThat(run.deliveryCounts().held()).isZero();
        assertThat(publisher.counts().sent())
                .isEqualTo(
                        run.deliveryCounts().produced()
                                - run.deliveryCounts().silenced()
                                + run.deliveryCounts().duplicates());
    }

    /** Counts messages. */
    private static final class CountingPublisher implements MessagePublisher {
        private long count;

        @Override
        public void publish(OutboundMessage message) {
            count++;
        }

        @Override
        public PublishCounts counts() {
            return new PublishCounts(count, 0, 0, 0, 0);
        }

        @Override
        public boolean awaitAnswers(Duration limit) {
            return true;
        }

        @Override
        public void close() {}
    }
}
