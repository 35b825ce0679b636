package io.fueloptimine.jobs.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.jobs.local.stack.FuelHome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the benchmark with few messages; does not check the measured rates. */
@Timeout(120)
@Tag("whole")
class IngestBenchITCase {

    private static final int MESSAGES = 500;

    @TempDir Path folder;

    @Test
    void everyReaderReadsEveryMessage() throws Exception {
        List<String> progress = new ArrayList<>();
        IngestBench.Settings settings =
                new IngestBench.Settings(
                        folder.resolve("bench"),
                        MESSAGES,
                        1,
                        new ReaderSettings(2, 50, Duration.ofMillis(100), 1));

        IngestReport report = new IngestBench(FuelHome.find(), settings, progress::add).run();

        assertThat(report.rounds()).hasSize(1);
        assertThat(report.rounds().get(0)).containsOnlyKeys(ReaderKind.values());
        assertThat(report.rounds().get(0).values()).allMatch(rate -> rate > 0);
        assertThat(progress).contains("Warming up", "Round 1");
    }
}
