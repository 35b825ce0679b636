package io.fueloptimine.jobs.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SupervisedProcessTest {

    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void isStartedAgainAfterEachKill() {
        try (SupervisedProcess process =
                SupervisedProcess.start("process", () -> new Alive(1), PAUSE)) {
            for (int starts = 2; starts <= 4; starts++) {
                int expected = starts;
                process.kill();
                Await.until(
                        "the process was started again",
                        LIMIT,
                        () -> process.isAlive() && process.starts() == expected);
            }
        }
    }

    @Test
    void aFailedStartIsRepeated() {
        try (SupervisedProcess process =
                SupervisedProcess.start("process", this::everyThird, PAUSE)) {
            process.kill();
            Await.until("the process was started again", LIMIT, () -> process.starts() == 2);
            // The number of the attempt, from 0.
            assertThat(process.pid()).isEqualTo(3);
        }
        assertThat(attempts).hasValue(4);
    }

    @Test
    void theFirstStartThrowsItsFailure() {
        SupervisedProcess.Start start =
                () -> {
                    throw new IOException("no such file");
                };

        assertThatThrownBy(() -> SupervisedProcess.start("the broker", start, PAUSE))
                .isInstanceOf(StackException.class)
                .hasMessage("the broker cannot start: no such file");
    }

    @Test
    void isNotStartedAgainAfterClose() {
        SupervisedProcess process = SupervisedProcess.start("process", () -> new Alive(1), PAUSE);

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.starts()).isEqualTo(1);
    }

    /** Every third start succeeds, beginning with the first. */
    private Alive everyThird() throws IOException {
        int attempt = attempts.getAndIncrement();
        if (attempt % 3 != 0) {
            throw new IOException("not now");
        }
        return new Alive(attempt);
    }

    private static final class Alive implements SupervisedProcess.Running {

        private final long number;
        private volatile boolean alive = true;

        private Alive(long number) {
            this.number = number;
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public long pid() {
            return number;
        }

        @Override
        public void kill() {
            alive = false;
        }

        @Override
        public void close() {
            alive = false;
        }
    }
}
