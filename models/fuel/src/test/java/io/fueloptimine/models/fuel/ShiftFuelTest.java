package io.fueloptimine.models.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fueloptimine.models.mine.consumption.FuelWindow;
import io.fueloptimine.models.mine.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two days of one truck with counters that are replaced, readings that are late and out of order,
 * and seconds without readings: the windows of a shift and of a day add up to the fuel burnt.
 */
class ShiftFuelTest {

    private static final int DAYS = 2;
    private static final int STEP_S = 5;
    private static final Duration SHIFT = Duration.ofHours(12);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void windowsAddUpToTheFuelOfEachShiftAcrossReplacedCounters(long seed) {
        Random random = new Random(seed);
        Map<Instant, List<Reading>> minutes = new TreeMap<>();
        double[] burntL = new double[2 * DAYS];
        double counterL = random.nextInt(100_000);
        double rateLph = 200;
        for (int second = 0; second < DAYS * 86_400; second += STEP_S) {
            if (second % 600 == 0) {
                rateLph = random.nextInt(4) == 0 ? 0 : 40 + 350 * random.nextDouble();
            }
            if (random.nextInt(6_000) == 0) {
                counterL = random.nextBoolean() ? 0 : 700_000;
            }
            double litres = rateLph * STEP_S / 3_600;
            burntL[(int) (second / SHIFT.toSeconds())] += litres;
            counterL += litres;
            if (random.nextInt(20) > 0) {
                Reading reading = Readings.at(second, rateLph, Math.floor(counterL * 2) / 2);
                minutes.computeIfAbsent(
                                Readings.START.plusSeconds(second / 60 * 60L),
                                start -> new ArrayList<>())
                        .add(reading);
            }
        }

        double[] windowsL = new double[2 * DAYS];
        minutes.forEach(
                (start, readings) -> {
                    Collections.shuffle(readings, random);
                    FuelWindowAccumulator accumulator = new FuelWindowAccumulator();
                    readings.forEach(accumulator::add);
                    FuelWindow window =
                            accumulator.toWindow(start, start.plusSeconds(60), 0).orElseThrow();
                    assertThat(window.fuelL()).isNotNegative();
                    long shift = Duration.between(Readings.START, start).dividedBy(SHIFT);
                    windowsL[(int) shift] += window.fuelL() / window.coveredS() * 60;
                });

        for (int shift = 0; shift < burntL.length; shift++) {
            assertThat(windowsL[shift]).isCloseTo(burntL[shift], within(0.01 * burntL[shift]));
        }
    }
}
