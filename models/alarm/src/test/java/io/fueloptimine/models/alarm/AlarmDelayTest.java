package io.fueloptimine.models.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmDelayTest {

    private static final int RAISE_MIN = 3;
    private static final int CLEAR_MIN = 2;

    @Test
    void raisesOnlyAfterEnoughBadMinutesInARow() {
        assertThat(after("bb").raised()).isFalse();
        assertThat(after("bbb").raised()).isTrue();
        assertThat(after("bbgb").raised()).isFalse();
        assertThat(after("bb-bb").raised()).isFalse();
    }

    @Test
    void clearsOnlyAfterEnoughGoodMinutesInARow() {
        assertThat(after("bbbg").raised()).isTrue();
        assertThat(after("bbbgg").raised()).isFalse();
        assertThat(after("bbbgbg").raised()).isTrue();
        assertThat(after("bbbg-g").raised()).isTrue();
    }

    @Test
    void staysAsItIsWhileTheValueIsBetweenTheTwoBounds() {
        assertThat(after("----------").raised()).isFalse();
        assertThat(after("bbb----------").raised()).isTrue();
    }

    @Test
    void needsTheWholeDwellAgainAfterItCleared() {
        assertThat(after("bbbggbb").raised()).isFalse();
        assertThat(after("bbbggbbb").raised()).isTrue();
    }

    @Test
    void countsAMinuteThatIsBadAndGoodAsBad() {
        AlarmDelay raised = after("bbb").next(true, true, RAISE_MIN, CLEAR_MIN);

        assertThat(raised.goodMin()).isZero();
        assertThat(raised.badMin()).isEqualTo(4);
        assertThat(raised.raised()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesOnlyAtTheEndOfAnUnbrokenRun(long seed) {
        Random random = new Random(seed);
        StringBuilder minutes = new StringBuilder();
        boolean before = false;
        for (int i = 0; i < 500; i++) {
            minutes.append("bbgg-".charAt(random.nextInt(5)));
            boolean now = after(minutes.toString()).raised();
            if (now && !before) {
                assertThat(minutes.toString()).endsWith("b".repeat(RAISE_MIN));
            } else if (before && !now) {
                assertThat(minutes.toString()).endsWith("g".repeat(CLEAR_MIN));
            }
            before = now;
        }
    }

    /** Minutes in order: b is bad, g is good, - is between. */
    private static AlarmDelay after(String minutes) {
        AlarmDelay dwell = AlarmDelay.NONE;
        for (char minute : minutes.toCharArray()) {
            dwell = dwell.next(minute == 'b', minute == 'g', RAISE_MIN, CLEAR_MIN);
        }
        return dwell;
    }
}
