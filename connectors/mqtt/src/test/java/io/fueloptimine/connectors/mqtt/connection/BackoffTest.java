package io.fueloptimine.connectors.mqtt.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesUpToTheMaximumAndDeductsAtMostHalf() {
        Backoff backoff =
                new Backoff(Duration.ofMillis(100), Duration.ofMillis(350), new Random(7));

        assertThat(backoff.nextPauseMs()).isBetween(50L, 100L);
        assertThat(backoff.nextPauseMs()).isBetween(100L, 200L);
        assertThat(backoff.nextPauseMs()).isBetween(175L, 350L);
        assertThat(backoff.nextPauseMs()).isBetween(175L, 350L);

        backoff.reset();
        assertThat(backoff.nextPauseMs()).isBetween(50L, 100L);
    }

    @Test
    void staysBetweenHalfTheInitialPauseAndTheMaximumForAnySeed() {
        for (int seed = 0; seed < 100; seed++) {
            Backoff backoff =
                    new Backoff(Duration.ofMillis(1), Duration.ofSeconds(30), new Random(seed));
            for (int failure = 0; failure < 200; failure++) {
                assertThat(backoff.nextPauseMs()).isBetween(1L, 30_000L);
            }
            assertThat(backoff.nextPauseMs()).isGreaterThanOrEqualTo(15_000L);
        }
    }

    @Test
    void doesNotPauseAllSessionsForTheSameTime() {
        long pauses =
                LongStream.range(0, 50)
                        .map(
                                seed ->
                                        new Backoff(
                                                        Duration.ofSeconds(1),
                                                        Duration.ofSeconds(30),
                                                        new Random(seed))
                                                .nextPauseMs())
                        .distinct()
                        .count();

        assertThat(pauses).isGreaterThan(25);
    }
}
