package io.fueloptimine.models.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.reading.ProductionState;
import io.fueloptimine.models.mine.reading.Reading;
import io.fueloptimine.models.mine.reading.ReadingStream;
import io.fueloptimine.models.mine.reading.Telemetry;
import io.fueloptimine.models.mine.site.EquipmentKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteStatisticsTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    @Test
    void hasNoMeanOfASignalThatNoReadingHas() {
        MinuteStatistics minute = of(reading(0, null, null, null, null, null));

        assertThat(minute.mean(TelemetrySignal.SPEED)).isNull();
        assertThat(minute.highest(TelemetrySignal.FUEL_USED)).isNull();
        assertThat(minute.readings).isEqualTo(1);
        assertThat(minute.standing).isZero();
    }

    @Test
    void averagesOnlyTheReadingsThatHaveTheSignal() {
        MinuteStatistics minute =
                of(
                        reading(0, null, null, 10.0, null, null),
                        reading(1, null, null, null, null, null),
                        reading(2, null, null, 20.0, null, null));

        assertThat(minute.mean(TelemetrySignal.SPEED)).isEqualTo(15);
        assertThat(minute.highest(TelemetrySignal.SPEED)).isEqualTo(20);
    }

    @Test
    void takesOilPressureOnlyWhileTheEngineRuns() {
        MinuteStatistics minute =
                of(
                        reading(0, 0.0, null, null, 0.0, null),
                        reading(1, 700.0, null, null, 300.0, null));

        assertThat(minute.mean(TelemetrySignal.OIL_PRESSURE)).isEqualTo(300);
        assertThat(minute.engineOn).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0,   100, DRIVING, 0",
        "700,   0, OFF,     1",
        "   ,   0, DRIVING, 0",
        "   ,  25, OFF,     1",
        "   ,    , OFF,     0",
        "   ,    , PARKED,  0",
        "   ,    , STOPPED, 1",
        "   ,    ,        , 1"
    })
    void decidesByRpmThenByFuelRateThenByStateWhetherTheEngineRuns(
            Double rpm, Double fuelRateLph, ProductionState state, int running) {
        assertThat(of(reading(0, rpm, fuelRateLph, null, null, state)).engineOn).isEqualTo(running);
    }

    @Test
    void standsBelowOneKilometrePerHour() {
        MinuteStatistics minute =
                of(
                        reading(0, null, null, 0.0, null, null),
                        reading(1, null, null, 0.99, null, null),
                        reading(2, null, null, 1.0, null, null));

        assertThat(minute.standing).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithANaiveComputationInAnyOrderOfReadings(long seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        List<Double> speeds = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Double speed = random.nextInt(4) == 0 ? null : Double.valueOf(random.nextInt(50));
            readings.add(reading(i, null, null, speed, null, null));
            if (speed != null) {
                speeds.add(speed);
            }
        }
        Collections.shuffle(readings, random);

        MinuteStatistics minute = of(readings.toArray(new Reading[0]));

        double mean = speeds.stream().mapToDouble(s -> s).average().orElseThrow();
        assertThat(minute.mean(TelemetrySignal.SPEED)).isCloseTo(mean, within(1e-9));
        assertThat(minute.highest(TelemetrySignal.SPEED)).isEqualTo(Collections.max(speeds));
        assertThat(minute.lowest[TelemetrySignal.SPEED.ordinal()])
                .isEqualTo(Collections.min(speeds));
        assertThat(minute.lastAt).isEqualTo(AT.plusSeconds(59).toEpochMilli());
    }

    private static MinuteStatistics of(Reading... readings) {
        MinuteStatistics minute = new MinuteStatistics();
        for (Reading reading : readings) {
            minute.add(reading, 4);
        }
        return minute;
    }

    private static Reading reading(
            int second,
            Double rpm,
            Double fuelRateLph,
            Double speedKph,
            Double oilPressureKpa,
            ProductionState state) {
        Telemetry telemetry =
                new Telemetry(
                        "930E",
                        null,
                        state,
                        fuelRateLph,
                        null,
                        null,
                        null,
                        rpm,
                        null,
                        speedKph,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        oilPressureKpa,
                        null,
                        null,
                        null,
                        null);
        Instant at = AT.plusSeconds(second);
        return new Reading(
                "pit",
                EquipmentKind.HAULTRUCK,
                "T1",
                ReadingStream.TELEMETRY,
                second,
                at,
                at,
                false,
                List.of(),
                telemetry,
                null,
                null,
                null,
                null,
                null);
    }
}
