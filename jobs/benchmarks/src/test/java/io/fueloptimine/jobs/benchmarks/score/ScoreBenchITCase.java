package io.fueloptimine.jobs.benchmarks.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.runner.options.TimeValue;

/** The benchmark in small: that it measures, not what it measures. */
@Timeout(120)
class ScoreBenchITCase {

    @Test
    void bothScorersGiveTheSameAnswersAndTakeTheirTime() throws Exception {
        List<String> said = new ArrayList<>();
        ScoreBench.Settings settings =
                new ScoreBench.Settings(10, 3, 1, 1, TimeValue.milliseconds(20));

        ScoreReport report = new ScoreBench(settings, said::add).run();

        assertThat(report.nsPerRow()).containsOnlyKeys(ScoreReport.METHODS);
        assertThat(report.nsPerRow().values()).allMatch(ns -> ns > 0);
        assertThat(said).contains("Growing 10 trees of depth 3", "Measuring nativeBatch");
    }
}
