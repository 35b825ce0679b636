package io.fueloptimine.jobs.simulator.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PublishOutcomesTest {

    private final PublishOutcomes outcomes = new PublishOutcomes();

    @Test
    void countsMessagesByAnswer() {
        for (int i = 0; i < 4; i++) {
            outcomes.accepted();
        }
        outcomes.answered("t", null);
        outcomes.answered("t", new IOException("not authorized"));
        outcomes.answered("t", new IOException("not authorized"));

        assertThat(outcomes.counts(7)).isEqualTo(new PublishCounts(1, 1, 7, 2, 0));
    }

    @Test
    void waitsForTheLastAnswer() throws Exception {
        outcomes.accepted();
        assertThat(outcomes.awaitNonePending(Duration.ofMillis(1))).isFalse();

        CompletableFuture<Boolean> none = CompletableFuture.supplyAsync(this::nonePending);
        outcomes.answered("t", null);

        assertThat(none.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void messagesThatCloseGivesUpStayPending() {
        outcomes.accepted();
        outcomes.close();
        outcomes.answered("t", new IOException("the MQTT publisher was closed"));

        assertThat(outcomes.counts(0)).isEqualTo(new PublishCounts(0, 1, 0, 0, 0));
    }

    private boolean nonePending() {
        try {
            return outcomes.awaitNonePending(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
