package io.fueloptimine.jobs.backfill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TopicClockTest {

    private final TopicClock clock = new TopicClock(60_000);
    private final int readings = clock.addTopic();
    private final int scores = clock.addTopic();

    @Test
    void nothingIsDueUntilEveryTopicHasStatedItsTime() {
        assertThat(clock.next(readings, 0)).isFalse();
        assertThat(clock.next(scores, 30_000)).isTrue();
        assertThat(clock.next(readings, 0)).isTrue();
    }

    @Test
    void aTopicWaitsForTheSlowestOneAndIsWoken() {
        clock.next(readings, 0);
        assertThat(clock.next(scores, 60_001)).isFalse();
        CompletableFuture<Void> due = clock.due(60_001);
        assertThat(due).isNotDone();

        clock.next(readings, 1);

        assertThat(due).isDone();
        assertThat(clock.next(scores, 60_001)).isTrue();
    }

    @Test
    void aTopicThatHasEndedHoldsNoneBack() {
        clock.next(readings, TopicClock.FINISHED);

        assertThat(clock.next(scores, 1_000_000)).isTrue();
    }
}
