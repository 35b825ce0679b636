package io.fueloptimine.models.quality.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteClockTest {

    private static final long NOW = 1_767_600_000_000L;
    private static final long YEARS = 10L * 365 * 86_400_000;

    private final SiteClock clock = new SiteClock();

    @Test
    void isUnknownUntilThreeMachinesAreKnown() {
        clock.observe("a", NOW);
        clock.observe("b", NOW + 1);
        clock.observe("b", NOW + 2);

        assertThat(clock.machineCount()).isEqualTo(2);
        assertThat(clock.millis()).isEqualTo(SiteClock.UNKNOWN);
        assertThat(clock.earliestMillis()).isEqualTo(NOW);

        clock.observe("c", NOW + 5);
        assertThat(clock.millis()).isEqualTo(NOW);
    }

    @Test
    void isNotMovedByTwoClocksYearsAhead() {
        clock.observe("fast", NOW + YEARS);
        clock.observe("faster", NOW + 2 * YEARS);
        for (int second = 0; second < 100; second++) {
            clock.observe("a", NOW + second * 1_000);
            clock.observe("b", NOW + second * 1_000);
            clock.observe("fast", NOW + YEARS + second * 1_000);
        }

        assertThat(clock.millis()).isEqualTo(NOW + 99_000);
    }

    @Test
    void followsAClockThatIsCorrected() {
        clock.observe("fast", NOW + YEARS);
        clock.observe("fast", NOW);
        clock.observe("a", NOW + 1_000);
        clock.observe("b", NOW + 2_000);

        assertThat(clock.millis()).isEqualTo(NOW);
    }

    @Test
    void doesNotGoBackForLateReadings() {
        clock.observe("a", NOW);
        clock.observe("b", NOW);
        clock.observe("c", NOW);
        clock.observe("a", NOW - 600_000);

        assertThat(clock.millis()).isEqualTo(NOW);
    }
}
