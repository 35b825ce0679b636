package io.fueloptimine.jobs.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark with a small forest; does not check the measured times. */
@Timeout(120)
@Tag("whole")
class ScoreBenchITCase {

    @Test
    void measuresBothScorers() throws Exception {
        List<String> progress = new ArrayList<>();
        ScoreBench.Settings settings =
                new ScoreBench.Settings(10, 3, 1, 1, TimeValue.milliseconds(20));

        ScoreReport report = new ScoreBench(settings, progress::add).run();

        assertThat(report.nsPerRow()).containsOnlyKeys(ScoreReport.METHODS);
        assertThat(report.nsPerRow().values()).allMatch(ns -> ns > 0);
        assertThat(progress).contains("Training 10 trees of depth 3", "Measuring nativeBatch");
    }
}
