package io.fueloptimine.jobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.simulator.publish.MessagePublisher;
import io.fueloptimine.jobs.simulator.publish.MqttSettings;
import io.fueloptimine.jobs.simulator.publish.OutboundMessage;
import io.fueloptimine.jobs.simulator.publish.PublishCounts;
import io.fueloptimine.jobs.simulator.scenario.ScenarioFile;
import io.fueloptimine.models.mine.MineSite;
import io.fueloptimine.models.mine.MineSiteFile;
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
    void leavesItsMarkOnTheMineAndItsMessages() throws Exception {
        MineSite andes = MineSiteFile.read(LOCAL.resolve("mines/andes.yaml"));
        SimulationSettings settings =
                SimulationSettings.of(andes, MqttSettings.of("localhost", 1883), folder)
                        .withSpeedUp(Double.POSITIVE_INFINITY)
                        .withScenario(
                                ScenarioFile.read(
                                        LOCAL.resolve("scenarios/every-fault.yaml"), andes));
        CountingOutlet outlet = new CountingOutlet();
        MineRun run =
                new MineRun(
                        settings,
                        new StateFile(folder),
                        Optional.empty(),
                        outlet,
                        new ArrayDeque<>());

        for (int second = 0; second < THREE_HOURS_S; second++) {
            run.nextSecond();
        }
        run.releaseHeld();

        assertThat(run.pitCounts().stolenL()).isBetween(100.0, 800.0);
        assertThat(run.pitCounts().leakedL()).isBetween(400.0, 451.0);
        assertThat(run.pitCounts().cycles()).isPositive();
        assertThat(run.deliveryFigures().silenced()).isGreaterThanOrEqualTo(1_200);
        assertThat(run.deliveryFigures().corrupted()).isPositive();
        assertThat(run.deliveryFigures().delayed()).isPositive();
        assertThat(run.deliveryFigures().held()).isZero();
        assertThat(outlet.figures().sent())
                .isEqualTo(
                        run.deliveryFigures().uttered()
                                - run.deliveryFigures().silenced()
                                + run.deliveryFigures().duplicates());
    }

    /** Keeps nothing but the count. */
    private static final class CountingOutlet implements MessagePublisher {
        private long count;

        @Override
        public void offer(OutboundMessage message) {
            count++;
        }

        @Override
        public PublishCounts figures() {
            return new PublishCounts(count, 0, 0, 0, 0);
        }

        @Override
        public boolean awaitEmpty(Duration limit) {
            return true;
        }

        @Override
        public void close() {}
    }
}
