package io.fueloptimine.connectors.mqtt.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InflightWindowTest {

    private long nowMs;
    private final InflightWindow window =
            new InflightWindow(2, () -> TimeUnit.MILLISECONDS.toNanos(nowMs));

    @Test
    void includesTheCurrentPeriodAtTheLimit() {
        receiveAt(0);
        receiveAt(100);
        nowMs = 150;

        assertThat(window.fullMillis()).isEqualTo(50);

        releaseAt(200);
        nowMs = 1_000;
        assertThat(window.fullMillis()).isEqualTo(100);
    }

    @Test
    void addsUpThePeriodsAtTheLimit() {
        receiveAt(0);
        receiveAt(0);
        releaseAt(30);
        receiveAt(50);
        nowMs = 60;
        window.clear();
        nowMs = 500;

        assertThat(window.fullMillis()).isEqualTo(40);
        assertThat(window.inflight()).isZero();
    }

    @Test
    void countsMessagesBeyondTheLimit() {
        receiveAt(0);
        receiveAt(10);
        receiveAt(20);
        releaseAt(50);
        releaseAt(60);
        nowMs = 100;

        assertThat(window.fullMillis()).isEqualTo(50);
    }

    @Test
    void measuresTheAgeOfTheOldestMessage() {
        assertThat(window.lagMillis()).isZero();
        receiveAt(0);
        receiveAt(70);
        nowMs = 100;
        assertThat(window.lagMillis()).isEqualTo(100);

        releaseAt(100);

        assertThat(window.lagMillis()).isEqualTo(30);
        assertThat(window.inflight()).isEqualTo(1);
    }

    private void receiveAt(long atMs) {
        nowMs = atMs;
        window.received();
    }

    private void releaseAt(long atMs) {
        nowMs = atMs;
        window.released();
    }
}
