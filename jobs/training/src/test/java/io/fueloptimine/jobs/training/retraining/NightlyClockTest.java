package io.fueloptimine.jobs.training.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import io.fueloptimine.models.mine.model.RetrainRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NightlyClockTest {

    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");
    private static final TimeZone ZONE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(ZONE);
    }

    /** On 6 September 2026 clocks in Santiago skip the hour from 00:00 to 01:00. */
    @Test
    void asksLaterOnlyInTheNightThatSkipsItsTime() {
        assertThat(requests(LocalTime.of(0, 30), SANTIAGO, "2026-09-05T00:00:00Z", 4))
                .containsExactly(
                        "2026-09-05T04:30:00Z nightly/2026-09-05",
                        "2026-09-06T04:30:00Z nightly/2026-09-06",
                        "2026-09-07T03:30:00Z nightly/2026-09-07",
                        "2026-09-08T03:30:00Z nightly/2026-09-08");
    }

    /** On 4 April 2026 the hour from 23:00 to 24:00 comes twice. */
    @Test
    void asksOnceInTheNightThatHasItsTimeTwice() {
        assertThat(requests(LocalTime.of(23, 30), SANTIAGO, "2026-04-03T12:00:00Z", 3))
                .containsExactly(
                        "2026-04-04T02:30:00Z nightly/2026-04-03",
                        "2026-04-05T02:30:00Z nightly/2026-04-04",
                        "2026-04-06T03:30:00Z nightly/2026-04-05");
        assertThat(requests(LocalTime.of(23, 30), SANTIAGO, "2026-04-05T03:10:00Z", 1))
                .as("started in the second hour")
                .containsExactly("2026-04-06T03:30:00Z nightly/2026-04-05");
    }

    @Test
    void usesItsZoneWhateverTheComputersIs() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

        assertThat(requests(LocalTime.of(2, 30), ZoneOffset.UTC, "2026-01-05T00:00:00Z", 1))
                .containsExactly("2026-01-05T02:30:00Z nightly/2026-01-05");
        assertThat(requests(LocalTime.of(2, 30), SANTIAGO, "2026-01-05T00:00:00Z", 1))
                .containsExactly("2026-01-05T05:30:00Z nightly/2026-01-05");
    }

    /** The first requests after a start, looked for every ten minutes. */
    private static List<String> requests(LocalTime at, ZoneId zone, String start, int count) {
        Instant now = Instant.parse(start);
        NightlyClock clock = NightlyClock.at(at, zone, now);
        List<String> requests = new ArrayList<>();
        while (requests.size() < count) {
            now = now.plus(Duration.ofMinutes(10));
            Optional<RetrainRequest> due = clock.due(now);
            if (due.isPresent()) {
                requests.add(now + " " + due.get().requestId());
            }
        }
        return requests;
    }
}
