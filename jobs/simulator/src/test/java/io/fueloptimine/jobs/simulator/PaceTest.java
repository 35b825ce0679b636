package io.fueloptimine.jobs.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final long MS = 1_000_000L;
    private static final long WALL_START = -5_000 * MS;

    @Test
    void keepsMineTimeAtAMultipleOfWallTime() {
        Pace pace = new Pace(60, START, WALL_START);

        assertThat(pace.target(START, WALL_START)).isEqualTo(START);
        assertThat(pace.target(START, WALL_START + 100 * MS)).isEqualTo(START.plusSeconds(6));
        assertThat(pace.target(START.plusSeconds(6), WALL_START + 110 * MS))
                .isEqualTo(START.plusSeconds(6));
        assertThat(pace.waitNs(START.plusSeconds(6), WALL_START + 110 * MS))
                .isBetween(6 * MS, 7 * MS);
    }

    @Test
    void catchesUpAfterAShortPause() {
        Pace pace = new Pace(60, START, WALL_START);

        assertThat(pace.target(START, WALL_START + 400 * MS)).isEqualTo(START.plusSeconds(24));
    }

    @Test
    void lagsAfterALongPause() {
        Pace pace = new Pace(60, START, WALL_START);

        Instant target = pace.target(START, WALL_START + 10_000 * MS);
        assertThat(target).isEqualTo(START.plusSeconds(30));
        assertThat(pace.target(target, WALL_START + 10_400 * MS)).isEqualTo(START.plusSeconds(54));
    }

    @Test
    void doesNotWaitAtUnlimitedSpeed() {
        Pace pace = new Pace(Double.POSITIVE_INFINITY, START, WALL_START);

        assertThat(pace.target(START, WALL_START)).isEqualTo(START.plusSeconds(1));
        assertThat(pace.waitNs(START, WALL_START)).isZero();
    }
}
