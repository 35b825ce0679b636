package io.fueloptimine.jobs.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OperatorShiftsTest {

    private final OperatorShifts shifts = new OperatorShifts(42);

    @Test
    void aShiftBeginsAtEightAndAtTwenty() {
        long morning = shiftAt("2026-01-05T08:00:00Z");

        assertThat(shiftAt("2026-01-05T07:59:59Z")).isEqualTo(morning - 1);
        assertThat(shiftAt("2026-01-05T19:59:59Z")).isEqualTo(morning);
        assertThat(shiftAt("2026-01-05T20:00:00Z")).isEqualTo(morning + 1);
        assertThat(shiftAt("2026-01-06T08:00:00Z")).isEqualTo(morning + 2);
    }

    @Test
    void shiftsBeforeTheEpochAreNumberedDownwards() {
        assertThat(OperatorShifts.shiftOf(0)).isEqualTo(-1);
        assertThat(OperatorShifts.shiftOf(-43_200_000)).isEqualTo(-2);
    }

    @Test
    void operatorsChangeWithin25MinutesOfTheEndOfTheShiftAndEatDuringTheShift() {
        for (int truck = 0; truck < 200; truck++) {
            String id = "T" + truck;
            for (long shift = 40_000; shift < 40_020; shift++) {
                long endMs = 8 * 3_600_000L + (shift + 1) * 43_200_000L;
                long changeMs = shifts.changeOverMs(id, shift);

                assertThat(Duration.ofMillis(changeMs - endMs).abs().toMinutes())
                        .isLessThanOrEqualTo(25);
                assertThat(shifts.mealMs(id, shift))
                        .isBetween(shifts.changeOverMs(id, shift - 1), changeMs);
            }
        }
    }

    @Test
    void fourCrewsTakeTurnsOnEveryTruck() {
        assertThat(LongStream.range(-1, 5).mapToObj(shift -> shifts.operatorOf(6, shift)))
                .containsExactly("OP-D07", "OP-A07", "OP-B07", "OP-C07", "OP-D07", "OP-A07");
    }

    @Test
    void theTenthsOfOperatorsThatBurnLeastAndMostDifferByTenToTwelvePercent() {
        double[] factors =
                IntStream.range(0, 5_000)
                        .mapToDouble(i -> shifts.burnFactor("OP-" + i))
                        .sorted()
                        .toArray();

        assertThat(factors[4_500] / factors[500]).isBetween(1.10, 1.125);
        assertThat(Arrays.stream(factors).average().orElseThrow()).isBetween(0.99, 1.01);
    }

    @Test
    void anOperatorBurnsTheSameInEveryRunOfASeed() {
        double factor = shifts.burnFactor("OP-A01");

        assertThat(new OperatorShifts(42).burnFactor("OP-A01")).isEqualTo(factor);
        assertThat(new OperatorShifts(43).burnFactor("OP-A01")).isNotEqualTo(factor);
    }

    private static long shiftAt(String time) {
        return OperatorShifts.shiftOf(Instant.parse(time).toEpochMilli());
    }
}
