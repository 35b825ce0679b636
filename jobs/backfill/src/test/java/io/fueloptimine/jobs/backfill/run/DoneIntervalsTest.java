package io.fueloptimine.jobs.backfill.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoneIntervalsTest {

    private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");

    @TempDir Path data;

    @Test
    void anUnknownIntervalIsNotDone() {
        assertThat(new DoneIntervals(data).of("a")).isEmpty();
    }

    @Test
    void intervalsStayDone() {
        new DoneIntervals(data).add(interval("a"));
        new DoneIntervals(data).add(interval("b"));

        assertThat(new DoneIntervals(data).of("a")).contains(interval("a"));
        assertThat(new DoneIntervals(data).of("b")).contains(interval("b"));
    }

    @Test
    void anIncompleteLineOfAKilledRunHidesNoOtherInterval() throws IOException {
        new DoneIntervals(data).add(interval("a"));
        new DoneIntervals(data).add(interval("b"));
        Path file = data.resolve("done.ndjson");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 10));
        new DoneIntervals(data).add(interval("c"));

        DoneIntervals done = new DoneIntervals(data);

        assertThat(done.of("a")).isPresent();
        assertThat(done.of("b")).isEmpty();
        assertThat(done.of("c")).isPresent();
    }

    private static DoneInterval interval(String input) {
        return new DoneInterval(
                input, "files", FROM, FROM.plus(Duration.ofDays(1)), 1, FROM, List.of());
    }
}
