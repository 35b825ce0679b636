package io.fueloptimine.connectors.mqtt.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
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
}
