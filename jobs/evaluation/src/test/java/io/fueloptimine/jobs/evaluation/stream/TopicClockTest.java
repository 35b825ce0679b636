package io.fueloptimine.jobs.evaluation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TopicClockTest {

    private static final int READINGS = 0;
    private static final int SCORES = 1;

    private final TopicClock clock = new TopicClock(2, 60_000);

    @Test
    void nothingIsDueUntilEveryTopicHasStatedItsTime() {
        assertThat(clock.next(READINGS, 0)).isFalse();
        assertThat(clock.next(SCORES, 30_000)).isTrue();
        assertThat(clock.next(READINGS, 0)).isTrue();
    }

    @Test
    void aTopicWaitsForTheSlowestOneAndIsWoken() {
        clock.next(READINGS, 0);
        assertThat(clock.next(SCORES, 60_001)).isFalse();
        CompletableFuture<Void> due = clock.due(60_001);
        assertThat(due).isNotDone();

        clock.next(READINGS, 1);

        assertThat(due).isDone();
        assertThat(clock.next(SCORES, 60_001)).isTrue();
    }

    @Test
    void aTopicThatHasEndedHoldsNoneBack() {
        clock.next(READINGS, TopicClock.FINISHED);

        assertThat(clock.next(SCORES, 1_000_000)).isTrue();
    }
}
