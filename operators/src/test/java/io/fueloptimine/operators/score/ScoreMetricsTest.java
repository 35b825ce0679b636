package io.fueloptimine.operators.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.fuel.MachineClasses;
import io.fueloptimine.models.fuel.SiteClasses;
import io.fueloptimine.models.fuel.scoring.CurrentModels;
import io.fueloptimine.models.mine.consumption.ScoredWindow;
import io.fueloptimine.operators.Scores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreMetricsTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir Path root;
    private final Shown shown = new Shown();
    private CurrentModels models;
    private ScoreMetrics metrics;

    @BeforeEach
    void registerMetrics() {
        models =
                new CurrentModels(
                        root,
                        SiteClasses.everywhere(MachineClasses.standard()),
                        "fuel-window",
                        new LoaderThreads());
        metrics = new ScoreMetrics(shown, models);
    }

    @Test
    void showsWhichVersionsScoreAndHowManyWereRefused() throws Exception {
        assertThat(shown.number("modelVersion")).isZero();
        assertThat(shown.number("challengerVersion")).isZero();

        Registered registered = new Registered(root);
        registered.champion(4.5);
        registered.challenger(5.5);
        models.lookAgain();
        assertThat(shown.number("modelVersion")).isEqualTo(1);
        assertThat(shown.number("challengerVersion")).isEqualTo(2);

        Files.writeString(root.resolve("models/fuel-window/aliases/champion"), "soon");
        models.lookAgain();
        assertThat(shown.number("modelsRefused")).isEqualTo(1);
        assertThat(shown.number("modelVersion")).isEqualTo(1);
    }

    @Test
    void countsWindowsAndThoseByPhysicsApart() {
        metrics.count(Scores.of("T01", START, 5, 6));
        metrics.count(new ScoredWindow(Scores.window("T01", START, 0, 6), 5, 1, 5, "physics", "1"));

        assertThat(shown.number("windowsScored")).isEqualTo(2);
        assertThat(shown.number("windowsByPhysics")).isEqualTo(1);
    }

    @Test
    void showsHowFarScoresAreFromTheBurnAndHowMuchNearerTheChallengerIs() {
        for (int window = 0; window < 2_000; window++) {
            metrics.count(Scores.of("T01", START, 5, 6).withChallenger(5.75, "4"));
        }
        assertThat(shown.number("meanResidualL")).isCloseTo(1, within(1e-6));
        assertThat(shown.number("challengerMeanAbsGainL")).isCloseTo(0.75, within(1e-6));

        metrics.count(Scores.of("T01", START, 5, 6).withChallenger(8.0, "5"));
        assertThat(shown.number("challengerMeanAbsGainL")).isCloseTo(-0.01, within(1e-6));
    }

    /** Keeps what is registered, by name. */
    private static final class Shown extends UnregisteredMetricsGroup {

        private final Map<String, Supplier<Number>> numbers = new HashMap<>();

        double number(String name) {
            return numbers.get(name).get().doubleValue();
        }

        @Override
        public Counter counter(String name) {
            Counter counter = super.counter(name);
            numbers.put(name, counter::getCount);
            return counter;
        }

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            numbers.put(name, () -> (Number) gauge.getValue());
            return gauge;
        }
    }
}
